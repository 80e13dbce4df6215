"""How good could a choice between candidates be? Compares the best candidate of the open class with annotated quotations.

usage: python benchmarks/generators.py [--set polnear_dev|polnear_dev_noquotes|polnear_train] [--misses N] [--no-ablation]

For each quotation with a cue: is a token of the cue an anchor, does an anchor of the cue have the content among its candidates, and is
the source among that anchor's source candidates. "At the head" looks at one anchor alone, the one on which the rest of the cue hangs.
Contents are compared as the attribution scorer compares them: by word tokens, without punctuation and an opening "that", "to", "of";
`overlap` means a token F1 of at least 0.5, and a source is right when it shares a word that is no function word. The ablation leaves
out one generator at a time, all rules counting as one. Exit code 1 below a bar.
"""

import argparse
import importlib.util
import json
import sys
import time
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from codings import articles_of
from communique.extract.candidates import NAMES, Ranges, anchors, contents, sources
from communique.extract.scene import Scene, scene_of
from communique.lexicon import load
from communique.model import Body, Range
from communique.parse import load_pipeline, parse_article
from communique.settings import Settings
from inputs import shared_file

BARS = {"exact": 0.85, "overlap": 0.97, "source": 0.98}
Words = frozenset[int]


class Quoted(NamedTuple):
    """An annotated quotation: word tokens of content and source, the anchors in its cue, the one that heads it, its words to show."""

    content: Words
    source: Words
    anchors: tuple[int, ...]
    head: int | None
    shown: str


class Page(NamedTuple):
    """An annotated article: its scene, the scorer's view of the text, the word tokens of each parser token, its anchors, its quotations."""

    scene: Scene
    text: Any
    words: tuple[Words, ...]
    anchors: tuple[int, ...]
    quotations: tuple[Quoted, ...]


class Best(NamedTuple):
    """The candidate that comes nearest to the gold content: 2 for the same words, else the token F1."""

    score: float
    anchor: int | None = None
    content: Ranges = ()


@cache
def scorer() -> Any:
    """The attribution scorer as a module."""
    path = shared_file("benchmarks", "score_attribution.py")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def head_of(body: Body, tokens: Collection[int], among: Collection[int]) -> int | None:
    """The anchor on which the rest of the cue hangs; a verb before a noun where there are several."""
    tops = [t for t in among if body.heads[t] not in tokens or body.heads[t] == t] or list(among)
    order = {"VB": 0, "NN": 1, "JJ": 2}
    return min(tops, key=lambda t: (order.get(body.tags[t][:2], 3), t), default=None)


def quoted(body: Body, text: Any, given: dict[str, Any], found: Collection[int]) -> Quoted | None:
    """An annotation in tokens; None where it has no cue or no content."""
    content = text.content(given["content_span"])
    cue = [t for a, b in given["cue_span"] or () for t in range(len(body)) if body.starts[t] < b and body.ends[t] > a]
    if not given["cue_span"] or not content:
        return None
    inside = tuple(t for t in cue if t in found)
    shown = " | ".join(" … ".join(body.text[a:b] for a, b in given[f"{name}_span"] or ()) for name in ("source", "cue", "content"))
    return Quoted(content, text.tokens(given["source_span"]), inside, head_of(body, cue, inside), shown)


def pages(path: Path) -> Iterator[Page]:
    """The annotated articles of a file, parsed."""
    settings = Settings()
    lexicon, pipeline = load(settings.language), load_pipeline(settings)
    with path.open(encoding="utf-8") as lines:
        given = {doc["id"]: doc["quotes"] for doc in map(json.loads, lines)}
    for article in articles_of(path):
        body, _ = parse_article(article, pipeline, lexicon)
        scene, text = scene_of(body, lexicon), scorer().Text(article.text)
        words = tuple(text.tokens([span]) for span in zip(body.starts, body.ends, strict=True))
        found = tuple(anchors(scene))
        among = frozenset(found)
        quotations = tuple(q for q in (quoted(body, text, one, among) for one in given[article.id]) if q)
        yield Page(scene, text, words, found, quotations)


def content_words(page: Page, content: Ranges) -> Words:
    """The scorer's tokens of a candidate: those of its words, without an opening "that", "to", "of"."""
    ids = sorted(frozenset[int]().union(*(page.words[t] for first, end in content for t in range(first, end))))
    leading = scorer().LEADING
    while ids and page.text.words[ids[0]] in leading:
        ids = ids[1:]
    return frozenset(ids)


def best_of(page: Page, gold: Words, anchor: int, without: Collection[str] = ()) -> Best:
    """The best content candidate of an anchor."""
    best = Best(0.0)
    for content in contents(page.scene, anchor, without):
        words = content_words(page, content)
        score = 2.0 if words == gold else scorer().overlap(words, gold)
        best = max(best, Best(score, anchor, content), key=lambda b: b.score)
    return best


def nearest(page: Page, gold: Quoted, without: Collection[str] = ()) -> tuple[Best, Best]:
    """The best content candidate of all anchors in the cue, and of the one at its head."""
    by_anchor = {anchor: best_of(page, gold.content, anchor, without) for anchor in gold.anchors}
    at_head = Best(0.0) if gold.head is None else by_anchor[gold.head]
    return max(by_anchor.values(), key=lambda b: b.score, default=at_head), at_head


def is_source(page: Page, gold: Words, mention: Range | None) -> bool:
    """True for a mention that the scorer takes for the source: it shares a word that matters and is not much longer."""
    if mention is None:
        return not gold
    words = page.text.tokens([(page.scene.body.starts[mention[0]], page.scene.body.ends[mention[1] - 1])])
    return len(words) <= 2 * len(gold) + 8 and bool(page.text.lexical(gold) & page.text.lexical(words))


def measure(read: list[Page], counts: Counter[str]) -> Iterator[tuple[str, Quoted]]:
    """Count what is found, and give what is not with the kind of miss."""
    for page in read:
        for gold in page.quotations:
            best, head = nearest(page, gold)
            anchor = best.anchor if best.anchor is not None else gold.head
            mentions = () if anchor is None else sources(page.scene, anchor, best.content)
            named = bool(gold.source) and any(is_source(page, gold.source, m) for m in mentions)
            counts.update(quotations=1, anchor=bool(gold.anchors), exact=best.score == 2, overlap=best.score >= 0.5)
            counts.update(head_exact=head.score == 2, head_overlap=head.score >= 0.5, sourced=bool(gold.source), source=named)
            missed = {"anchor": not gold.anchors, "overlap": best.score < 0.5, "exact": best.score < 2, "source": gold.source and not named}
            yield from ((kind, gold) for kind, is_missed in missed.items() if is_missed)


def timed(read: list[Page], counts: Counter[str]) -> tuple[float, float]:
    """CPU milliseconds an anchor, over all anchors: for contents and for sources."""
    given = [(page.scene, anchor) for page in read for anchor in page.anchors]
    start = time.process_time()
    found = [contents(scene, anchor) for scene, anchor in given]
    middle = time.process_time()
    mentions = [sources(scene, anchor, next(iter(some), ())) for (scene, anchor), some in zip(given, found, strict=True)]
    end = time.process_time()
    counts.update(anchors=len(given), contents=sum(map(len, found)), mentions=sum(map(len, mentions)), longest=max(map(len, found)))
    return 1000 * (middle - start) / len(given), 1000 * (end - middle) / len(given)


def families() -> dict[str, frozenset[str]]:
    """Names to leave out together: each generator, and all rules as one."""
    rules = frozenset(name for name in NAMES if name.startswith("rule:"))
    return {"rule:*": rules} | {name: frozenset({name}) for name in NAMES if name not in rules}


def ablate(read: list[Page], total: int) -> None:
    """A line a generator: what is left without it."""
    print(f"\n{'without':26} {'exact':>7} {'overlap':>8}   at the head: {'exact':>7} {'overlap':>8}")
    for family, names in families().items():
        pairs = [nearest(page, gold, names) for page in read for gold in page.quotations]
        exact, head_exact = (sum(pair[i].score == 2 for pair in pairs) / total for i in (0, 1))
        over, head_over = (sum(pair[i].score >= 0.5 for pair in pairs) / total for i in (0, 1))
        print(f"{family:26} {exact:7.4f} {over:8.4f}                {head_exact:7.4f} {head_over:8.4f}", flush=True)


def report(counts: Counter[str], cost: tuple[float, float], articles: int) -> bool:
    """Print the shares beside their bars; False where one is missed."""
    total, sourced = counts["quotations"], counts["sourced"]
    print(f"{articles} articles, {total:,} quotations with a cue, {sourced:,} of them with a source")
    shares = {name: counts[name] / (sourced if name == "source" else total) for name in ("anchor", "exact", "overlap", "source")}
    for name, share in shares.items():
        bar = f"bar {BARS[name]:.2f}" if name in BARS else ""
        print(f"{name:26} {share:7.4f}   {bar}{'  MISSED' if share < BARS.get(name, 0) else ''}")
    print(f"{'at the head of the cue':26} {counts['head_exact'] / total:7.4f} exact {counts['head_overlap'] / total:7.4f} overlap")
    print(f"{'candidates an anchor':26} {counts['contents'] / counts['anchors']:7.1f} contents (most {counts['longest']}), "
          f"{counts['mentions'] / counts['anchors']:.1f} sources")  # fmt: skip
    print(f"{'anchors an article':26} {counts['anchors'] / articles:7.0f}")
    print(f"{'CPU an anchor':26} {cost[0]:7.3f} ms contents, {cost[1]:.3f} ms sources")
    return all(shares[name] >= bar for name, bar in BARS.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--set", choices=("polnear_dev", "polnear_dev_noquotes", "polnear_train"), default="polnear_dev", help="the annotated articles"
    )
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list the first N quotations without a good candidate, by kind")
    parser.add_argument("--no-ablation", action="store_true", help="leave out the lines without each generator")
    options = parser.parse_args()
    read = list(pages(shared_file("benchmarks", f"{options.set}.jsonl")))
    counts: Counter[str] = Counter()
    missed = list(measure(read, counts))
    passed = report(counts, timed(read, counts), len(read))
    for kind in ("anchor", "overlap", "exact", "source") if options.misses else ():
        print(f"\n{kind}:")
        print(*[gold.shown.replace("\n", " ") for k, gold in missed if k == kind][: options.misses], sep="\n")
    if not options.no_ablation:
        ablate(read, counts["quotations"])
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()

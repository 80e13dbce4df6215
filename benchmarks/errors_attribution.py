"""Where a coding of annotated quotations goes wrong: a table by class of language, ends of contents, and what is spurious.

usage: python benchmarks/errors_attribution.py [--set polnear_dev|polnear_dev_noquotes|polnear_train] [--codings FILE] [--list CLASS N]

A quotation counts as missed where no statement has half of its words in common with it (token F1 below 0.5). Classes overlap; they are
read off the annotation and communique's own parse. Without --codings: what benchmarks/attribution.py left in benchmarks/out.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from codings import articles_of
from communique.extract.tree import is_punctuation, is_verb
from communique.lexicon import load
from communique.model import Body
from communique.parse import load_pipeline, parse_article
from communique.settings import Settings
from generators import head_of, scorer
from inputs import OUT, rows_of, shared_file

SETS = ("polnear_dev", "polnear_dev_noquotes", "polnear_train")
Words = frozenset[int]
Parts = Sequence[Sequence[int]]


class Quoted(NamedTuple):
    """An annotation or a statement in words of the text: its parts in characters, content, source, cue; who proposed it."""

    parts: Parts
    content: Words
    source: Words
    cue: Words
    rule: str = ""
    sourced: bool = True


class Page(NamedTuple):
    """An article: its body, the scorer's view of the text, what is annotated, what is coded."""

    body: Body
    text: Any
    gold: list[Quoted]
    given: list[dict[str, Any]]
    coded: list[Quoted]


def pages(name: str, codings: Path) -> Iterator[Page]:
    """The annotated articles beside their codings."""
    path = shared_file("benchmarks", f"{name}.jsonl")
    given = {row["id"]: row["quotes"] for row in rows_of(path)}
    coded = {row["article"]["id"]: row["statements"] for row in rows_of(codings)}
    lexicon, pipeline = load("en"), load_pipeline(Settings())
    for article in articles_of(path):
        body, _ = parse_article(article, pipeline, lexicon)
        text = scorer().Text(article.text)
        annotated = [quote for quote in given[article.id] if text.content(quote["content_span"])]
        gold = [_quoted(text, q["content_span"], q.get("source_span"), q.get("cue_span")) for q in annotated]
        found = [_quoted(text, s["content"], _listed(s["source"]), _listed(s["cue"]), s.get("rule", "")) for s in coded.get(article.id, [])]
        yield Page(body, text, gold, annotated, [f for f in found if f.content])


def _listed(span: Sequence[int] | None) -> Parts:
    return [span] if span else []


def _quoted(text: Any, content: Parts, source: Parts | None, cue: Parts | None, rule: str = "") -> Quoted:
    return Quoted(content, text.content(content), text.tokens(source), text.tokens(cue), rule, bool(source))


def tokens_of(body: Body, parts: Parts | None) -> list[int]:
    """Tokens of a body that lie in spans of characters."""
    return [t for t in range(len(body)) if any(body.starts[t] < b and body.ends[t] > a for a, b in parts or ())]


def classes(page: Page, place: int) -> Iterator[str]:
    """The classes of one annotated quotation."""
    body, quote = page.body, page.given[place]
    cue, content, source = (tokens_of(body, quote.get(f"{part}_span")) for part in ("cue", "content", "source"))
    yield str(quote.get("type") or "no type")
    words_in_cue = [t for t in cue if not is_punctuation(body, t)]
    yield from _of_cue(body, cue, words_in_cue)
    yield from _of_source(body, source)
    if not content:
        yield "outside the body"
        return
    if len(quote["content_span"]) > 1:
        yield "discontinuous"
    if len({body.sentence_of[t] for t in content if not is_punctuation(body, t)}) > 1:
        yield "multi-sentence"
    if body.paragraph_of[content[0]] == 0:
        yield "first paragraph"
    yield _form(body, content)


def _of_cue(body: Body, cue: list[int], words_in_cue: list[int]) -> Iterator[str]:
    head = head_of(body, cue, words_in_cue)
    if head is None:
        yield "punctuation cue" if cue else "no cue"
        return
    if len(words_in_cue) >= 3:
        yield "cue of 3 or more words"
    tag = body.tags[head]
    if not is_verb(body, head):
        yield "noun cue" if tag.startswith("NN") else "adjective cue" if tag.startswith("JJ") else "other cue"
    elif any(body.deps[c] == "auxpass" for c in body.children[head]):
        yield "passive cue"


def _of_source(body: Body, source: list[int]) -> Iterator[str]:
    if not source:
        yield "no source"
    elif len(source) == 1 and body.tags[source[0]].startswith(("PRP", "W", "DT")):
        yield "pronoun source"


def _form(body: Body, content: list[int]) -> str:
    """Whether the content is a finite clause, an infinitive, or a phrase."""
    inside = set(content)
    first = next((t for t in content if not is_punctuation(body, t)), content[0])
    roots = [t for t in content if (body.heads[t] not in inside or body.heads[t] == t) and not is_punctuation(body, t)]
    root = next((t for t in roots if is_verb(body, t)), None)
    if root is None or any(body.tags[t].startswith("NN") for t in roots[:1]):
        return "nominal content"
    return "infinitive" if body.tags[first] in ("TO", "VB") or body.tags[root] == "VB" else "clause"


def aligned(page: Page) -> dict[int, int]:
    """Annotated quotation -> statement, the nearest first, one to one."""
    near = scorer().overlap
    pairs = [
        (near(g.content, c.content) + 0.25 * bool(g.cue & c.cue), i, j)
        for i, g in enumerate(page.gold)
        for j, c in enumerate(page.coded)
        if g.content & c.content
    ]
    found: dict[int, int] = {}
    for _, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if i not in found and j not in found.values():
            found[i] = j
    return found


def end_of(gold: Words, coded: Words) -> str:
    """How the ends of a found content lie to the annotated one's."""
    if gold == coded:
        return "exact"
    return "too long" if gold < coded else "too short" if coded < gold else "crossing"


def shown(page: Page, place: int) -> str:
    """One annotated quotation on a line."""
    quote = page.given[place]
    parts = (" … ".join(page.body.text[a:b] for a, b in quote.get(f"{name}_span") or ()) for name in ("source", "cue", "content"))
    return " | ".join(parts).replace("\n", " ")[:300]


def report(read: list[Page], listed: str | None, most: int) -> None:
    """The table, the ends, the spurious."""
    total, missed = Counter[str](), Counter[str]()
    ends, wrong, examples = Counter[str](), Counter[str](), []
    for page in read:
        pairs = aligned(page)
        for place, gold in enumerate(page.gold):
            found = page.coded[pairs[place]] if place in pairs else None
            is_missed = found is None or scorer().overlap(gold.content, found.content) < 0.5
            names = list(dict.fromkeys(classes(page, place)))
            total.update(["all", *names])
            missed.update(["all", *names] if is_missed else [])
            examples += [shown(page, place)] if is_missed and listed in names else []
            if found is not None and not is_missed:
                ends[end_of(gold.content, found.content)] += 1
                right = not gold.sourced or bool(gold.source & found.source)
                wrong["right" if right else "wrong" if found.source else "none given"] += 1
    print(f"{'class':24}{'annotated':>10}{'missed':>8}{'share':>8}")
    for name, count in total.most_common():
        print(f"{name:24}{count:10}{missed[name]:8}{missed[name] / count:8.2f}")
    print("\nends of those found: " + ", ".join(f"{name} {count}" for name, count in ends.most_common()))
    print("source of those found: " + ", ".join(f"{name} {count}" for name, count in wrong.most_common()))
    spurious(read)
    print(*examples[:most], sep="\n")


def spurious(read: list[Page]) -> None:
    """Statements without a partner: what they lie beside, and the rules that found most of them."""
    kinds, rules, all_rules = Counter[str](), Counter[str](), Counter[str]()
    for page in read:
        pairs = {j: i for i, j in aligned(page).items()}
        cues = frozenset[int]().union(*(g.cue for g in page.gold))
        contents = frozenset[int]().union(*(g.content for g in page.gold))
        for place, coded in enumerate(page.coded):
            all_rules[coded.rule] += 1
            if place in pairs and scorer().overlap(coded.content, page.gold[pairs[place]].content) >= 0.5:
                continue
            inside = bool(coded.cue) and coded.cue <= contents
            kinds["annotated cue, other content" if coded.cue & cues else "inside an annotated content" if inside else "not annotated"] += 1
            rules[coded.rule] += 1
    print("\nspurious: " + ", ".join(f"{name} {count}" for name, count in kinds.most_common()))
    print("by rule:  " + ", ".join(f"{name} {count} of {all_rules[name]}" for name, count in rules.most_common(12)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=SETS, default="polnear_dev", help="the annotated articles")
    parser.add_argument("--codings", type=Path, help="a JSON Lines file of codings")
    parser.add_argument("--list", nargs=2, metavar=("CLASS", "N"), default=(None, "0"), help="show N missed ones of a class")
    options = parser.parse_args()
    codings = options.codings or OUT / f"{options.set}.codings.jsonl"
    if not codings.exists():
        parser.error(f"{codings} not found: run python benchmarks/attribution.py --only {options.set}")
    report(list(pages(options.set, codings)), options.list[0], int(options.list[1]))


if __name__ == "__main__":
    main()

"""Make the weights: `make train`. A second run gives the same bytes.

usage: python training/train.py [--out FILE] [--part NAME ...] [--share N]

Labels lie in training/labels as offsets into texts that are known by their hash and found under ../shared; sentences of our own lie in
training/sentences and tests/cases with their text. Without ../shared nothing is made.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

import calibrate
import report
import stack
import uncued
from communique.extract.learned.weights import Weights, to_arrays
from communique.lexicon import load
from communique.parse import load_pipeline
from communique.settings import Settings
from examples import Text, copies, examples, labelled, texts_by_hash
from pages import Page, pages_of
from sentences import marked_cases, own_sentences

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", ROOT.parent / "shared"))
TEXTS = ("training/articles.jsonl", "corpora/wikinews-en.jsonl", "corpora/briefings-en.jsonl")
OUT = ROOT / "src" / "communique" / "weights" / "en.npz"
HELD = 0.28  # what counts as kept where statements without a cue are learned
THRESHOLD = 0.32
LOOSE = 0.40  # of what the tree alone proposes, without a rule, marks or layout: below it most are wrong in general news
NESTED = 0.8


def articles(name: str) -> Iterator[Text]:
    """The labelled articles of one file of labels, with their damaged copies."""
    rows = [json.loads(line) for line in (ROOT / "training" / "labels" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = texts_by_hash((SHARED / path for path in TEXTS), frozenset(row["text_sha256"] for row in rows))
    for text in labelled(rows, texts):
        yield from copies(text)


PARTS = {
    "first": lambda: articles("first"),
    "more": lambda: articles("more"),
    "sentences": lambda: (copy for text in own_sentences() for copy in copies(text)),
    "cases": marked_cases,
}


def pages(parts: Sequence[str], share: float = 1.0) -> list[Page]:
    """The pages of the parts; of articles only the first `share` by the hash of their name."""
    lexicon, pipeline = load("en"), load_pipeline(Settings(kernel="numpy"))
    found: list[Page] = []
    for part in parts:
        found += pages_of(examples(PARTS[part](), pipeline, lexicon), lexicon)
    return [page for page in found if "/" in page.group or page.fold(1000) < 1000 * share]


def fitted(read: Sequence[Page]) -> Weights:
    """The weights that these pages give."""
    start = time.process_time()

    def say(text: str) -> None:
        print(f"{time.process_time() - start:6.0f} s  {text}", flush=True)

    models = stack.fit(read, say)
    whole = [n for n, page in enumerate(read) if "/" not in page.id]
    scale = calibrate.scale(np.concatenate([models.logits[n] for n in whole]), np.concatenate([models.right[n] >= 1.0 for n in whole]), 8)
    verdicts = [uncued.kept_in(page, models, n, scale, HELD, NESTED) for n, page in enumerate(read)]
    rowed = [uncued.rows_of(page, given) for page, given in zip(read, verdicts, strict=True)]
    model, logits, right = uncued.fit(read, rowed)
    say("statements without a cue fitted")
    for least in (0.2, 0.3, 0.4, 0.5, 0.6):
        say(f"articles out of fold at {least}: {report.of_articles(read, models, scale, least, max(least, NESTED))}")
    return Weights(
        models.cue, models.attitude, models.content, models.source, models.accept, model, scale, calibrate.scale(logits, right, 6),
        stack.LEAST, THRESHOLD, LOOSE, NESTED, "",
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--part", action="append", choices=PARTS, help="what to learn from (default: all)")
    parser.add_argument("--share", type=float, default=1.0, help="of the articles")
    options = parser.parse_args()
    if not SHARED.exists():
        print("SKIPPED: ../shared not found, no weights made.", file=sys.stderr)
        return
    read = pages(options.part or list(PARTS), options.share)
    print(f"{len(read)} texts, {sum(len(page.labels) for page in read)} labels", flush=True)
    arrays = to_arrays(fitted(read))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    beside = options.out.with_suffix(".part")
    with beside.open("wb") as file:
        np.savez(file, allow_pickle=False, **arrays)
    beside.replace(options.out)


if __name__ == "__main__":
    main()

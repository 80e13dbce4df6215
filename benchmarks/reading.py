"""What reading costs: memory while a long file streams, and time beside that of coding what was read.

usage: python benchmarks/reading.py [--megabytes N] [--articles N]

Memory: JSON Lines made of self-written articles are read in a process of its own; the peak is told over what that process held after
its first article. Time: CPU seconds of reading files of each kind and of coding the same articles, models and libraries loaded before.
Archives of web pages have no bar, their share is told. Exit code 1 where a bar is missed, as it is for PDF of one page each.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import communique.ingest as ingest
from communique.model import Article
from inputs import shared_file

MOST_MEMORY = 300  # MB over the start
MOST_TIME = 0.05  # of coding time
SENTENCES = (
    "SUVA, May {day} (PINA) – Fiji and Tonga resumed their talks on ferry number {number}, officials of both governments said.",
    "The Deputy Minister recalled that both sides had built the quay together, and that no ferry had sailed for {day} months.",
    "“We will not wait for another season,” she said, adding that fares of {number} dollars would be too high for the outer islands.",
    "Tonga's envoy welcomed the step. He called on all neighbours to lift the levy, because it punishes those who have done nothing wrong.",
)
# what is read: its name, where it lies, whether the bar is for it
KINDS = (
    ("JSON Lines", ("corpora", "general-news-en.jsonl"), True),
    ("print views, PDF", ("corpora", "print-views", "*.pdf"), True),
    ("web archive", ("corpora", "sample.warc.gz"), False),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--stream", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stream:
        print(json.dumps(streamed(options.stream)))
        return
    is_small = print_memory(options.megabytes)
    is_quick = print_times(options.articles)
    sys.exit(not (is_small and is_quick))


def print_memory(megabytes: int) -> bool:
    """Peak memory of a streaming process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.jsonl"
        write_articles(path, megabytes * 1_000_000)
        done = subprocess.run([sys.executable, __file__, "--stream", str(path)], capture_output=True, text=True, check=True)
    first, peak, articles, seconds = json.loads(done.stdout)
    print(
        f"streaming {megabytes:,} MB of JSON Lines, {articles:,} articles: {peak - first:.0f} MB over the {first:.0f} MB at the first "
        f"article (bar {MOST_MEMORY}), {megabytes / seconds:.1f} MB a second"
    )
    return bool(peak - first <= MOST_MEMORY)


def streamed(path: Path) -> tuple[float, float, int, float]:
    """Memory after the first article and at its peak (MB), how many articles there were, CPU seconds."""
    articles = ingest.read_all([path])
    next(articles)
    first = memory()
    start = time.process_time()
    count = 1 + sum(isinstance(article, Article) for article in articles)
    return first, memory(), count, time.process_time() - start


def memory() -> float:
    """The most this process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


def write_articles(path: Path, size: int) -> None:
    """Articles of about ten thousand characters, none like another."""
    written = number = 0
    with path.open("wb") as lines:
        while written < size:
            number += 1
            paragraphs = (sentence.format(day=day, number=number + day) for day in range(1, 21) for sentence in SENTENCES)
            written += lines.write(json.dumps({"id": str(number), "text": "\n\n".join(paragraphs)}).encode() + b"\n")


def print_times(articles: int) -> bool:
    """Reading beside coding; True where no kind that has a bar takes more than its share."""
    from communique import code_all

    list(code_all([ingest.read_text(SENTENCES[1])]))
    within = True
    for name, place, has_bar in KINDS:
        path = shared_file(*place[:2]) / "/".join(place[2:])
        next(ingest.read_all([path]))
        start = time.process_time()
        read = list(islice((a for a in ingest.read_all([path]) if isinstance(a, Article)), articles))
        reading = time.process_time() - start
        english = [article for article in read if article.language == "en"]
        coding = sum(seconds_to_code(article) for article in english)
        share = reading * len(english) / len(read) / coding
        within = within and (share <= MOST_TIME or not has_bar)
        print(
            f"{name}: {1000 * reading / len(read):.2f} ms to read, {1000 * coding / len(english):.1f} ms to code an article "
            f"({len(english)} in English): {share:.1%}" + f" (bar {MOST_TIME:.0%})" * has_bar
        )
    return within


def seconds_to_code(article: Article) -> float:
    from communique import code

    start = time.process_time()
    code(article)
    return time.process_time() - start


if __name__ == "__main__":
    main()

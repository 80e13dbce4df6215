"""Codes every sample dispatch anew and keeps the codings as golden; read the difference before you commit it."""

from pathlib import Path

import communique as cq
from communique.model import Article, Unread
from communique.record import to_json

SAMPLES = Path(__file__).parent
GOLDEN = SAMPLES / "golden"


def inputs() -> list[Path]:
    """The sample dispatches."""
    return sorted(p for p in SAMPLES.iterdir() if p.suffix in (".md", ".txt", ".jsonl") and p.name != "README.md")


def articles(path: Path) -> list[Article]:
    """The articles of a sample; raises where one cannot be read."""
    read = list(cq.read_all([path]))
    if unread := [r for r in read if isinstance(r, Unread)]:
        raise ValueError(f"{path}: {unread}")
    return [r for r in read if isinstance(r, Article)]


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for path in inputs():
        lines = [to_json(coding).rstrip() + b"\n" for coding in cq.code_all(articles(path))]
        (GOLDEN / f"{path.stem}.jsonl").write_bytes(b"".join(lines))


if __name__ == "__main__":
    main()

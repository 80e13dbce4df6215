"""Articles that failed: each a line on stderr as it happens, a JSON line each in the file of --errors, counts at the end."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, TypeVar

from communique.errors import UsageError
from communique.model import Article, Coding, Problem, Unread
from communique.show.cli.exits import OK, SOME_FAILED, USAGE, say
from communique.show.cli.terminal.style import name_of, visible

Read = TypeVar("Read", Article, Coding)


class Failures:
    """Counts what passes and notes what fails; used as a context, so that the file of --errors is closed."""

    def __init__(self, errors: Path | None) -> None:
        self.file = _opened(errors) if errors else None
        self.passed = 0
        self.failed = 0
        self.stages: Counter[str] = Counter()

    def __enter__(self) -> "Failures":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.file:
            self.file.close()

    def readable(self, results: Iterable[Read | Unread]) -> Iterator[Read]:
        """The articles or codings among what was read; the rest is noted."""
        for result in results:
            if isinstance(result, Unread):
                self.failed += 1
                self._note(result.where, result.where, Problem("ingest", result.message))
            else:
                yield result

    def check(self, coding: Coding) -> None:
        """Notes a coding that failed, as one that passed otherwise."""
        if is_failed(coding):
            self.failed += 1
            for problem in coding.problems:
                self._note(coding.article.id, name_of(coding.article), problem)
        else:
            self.passed += 1

    def exit_code(self) -> int:
        """The exit code: 2 where the only input gave nothing, 3 where some articles failed. Says how many where it was more than one."""
        if self.failed > 1:
            stages = ", ".join(f"{stage} {count}" for stage, count in self.stages.most_common())
            say(f"{self.failed:,} of {self.failed + self.passed:,} articles failed ({stages})")
        if self.failed == 1 and self.stages["ingest"] and not self.passed:
            return USAGE
        return SOME_FAILED if self.failed else OK

    def _note(self, where: str, name: str, problem: Problem) -> None:
        self.stages[problem.stage] += 1
        say(visible(f"{name}: {problem.message}"))
        if self.file:
            span = [problem.span.start, problem.span.end] if problem.span else None
            row = {"where": where, "stage": problem.stage, "message": problem.message, "span": span}
            self.file.write(json.dumps(row, ensure_ascii=False) + "\n")
            self.file.flush()


def is_failed(coding: Coding) -> bool:
    """True where the article was not coded: it has no body, or a problem with the whole of it kept the coder away (language, length)."""
    coded = coding.statements or coding.positions or coding.commitments or coding.events
    kept_away = any(problem.span is None and problem.stage in ("language", "parse") for problem in coding.problems)
    return not coded and (kept_away or not coding.article.layout.body)


def _opened(path: Path) -> IO[str]:
    try:
        return path.open("w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise UsageError(f"--errors {path}: {error.strerror}; name a file that can be written") from error

"""What a worker does with a unit: a row for everything that was read, in order, whatever the coder does with it."""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from runs import CODER, archive, begun, code_nothing, ids_of, lines

pytest.importorskip("pyarrow", reason="RUNS ARE NOT TESTED: install the extra `scale`")

from communique.batch import Done, Failed, Task, perform, worker
from communique.errors import RunError
from communique.model import Article, Coding
from communique.settings import Settings

CodeAll = Callable[[Iterable[Article], Settings], Iterator[Coding]]


def failing(at: str, how: Callable[[], None]) -> CodeAll:
    """A coder that does something else with one article."""

    def code_all(articles: Iterable[Article], settings: Settings) -> Iterator[Coding]:
        for article in articles:
            if article.id == at:
                how()
            yield from code_nothing(iter([article]), settings)

    return code_all


def looking_ahead(inner: CodeAll, count: int) -> CodeAll:
    """The coder, taking so many articles before it gives a first coding back."""

    def code_all(articles: Iterable[Article], settings: Settings) -> Iterator[Coding]:
        held: list[Article] = []
        for article in articles:
            held.append(article)
            if len(held) == count:
                yield from list(inner(held, settings))
                held = []
        yield from list(inner(held, settings))

    return code_all


def raising() -> None:
    raise ZeroDivisionError("of all things")


def sleeping() -> None:
    time.sleep(30)


def out_of_memory() -> None:
    raise MemoryError


FAILURES = {raising: "ZeroDivisionError: of all things", sleeping: "took more than 0.2 seconds", out_of_memory: "MemoryError: "}
CASES = [(how, at, ahead) for how in (raising, out_of_memory) for at in ("a-0", "a-17", "a-49", None) for ahead in (1, 3, 16)]


@pytest.mark.parametrize(("how", "at", "ahead"), [*CASES, (sleeping, "a-17", 1), (sleeping, "a-49", 3), (sleeping, "a-0", 16)])
def test_an_article_that_fails_is_a_row_and_the_rest_is_coded(how, at, ahead, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(worker, "code_all", looking_ahead(failing(at, how), ahead))
    folder, job, (unit,) = begun(tmp_path, [archive(tmp_path, 50)], seconds=0.2)
    done = perform(Task(unit), job)
    assert isinstance(done, Done), done
    rows = list(folder.output.read(folder.file_of(Task(unit))))
    assert [row.id for row in rows] == [f"a-{n}" for n in range(50)]
    assert [(row.id, row.stage, row.exception) for row in rows if row.coding is None] == ([(at, "coder", FAILURES[how])] if at else [])
    assert done.counts == folder.counts_of(Task(unit))
    assert (done.counts.articles, done.counts.failed) == ((49, 1) if at else (50, 0))


@pytest.mark.parametrize("ahead", [1, 4, 100])
def test_what_gave_no_article_stands_in_its_place(ahead, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(worker, "code_all", looking_ahead(code_nothing, ahead))
    path = tmp_path / "mixed.jsonl"
    written = lines(6)
    path.write_text("\n".join(["broken", *written[:3], "broken", "broken", *written[3:], "broken"]), encoding="utf-8")
    folder, job, (unit,) = begun(tmp_path, [path])
    assert isinstance(perform(Task(unit), job), Done)
    found = [id.rsplit(", ")[-1] for id in ids_of(folder, unit)]
    assert found == ["line 1", "a-0", "a-1", "a-2", "line 5", "line 6", "a-3", "a-4", "a-5", "line 10"]


def test_an_input_that_cannot_be_read_now_may_be_tried_again(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(worker, "code_all", code_nothing)
    path = archive(tmp_path, 3)
    folder, job, (unit,) = begun(tmp_path, [path])
    path.unlink()
    failed = perform(Task(unit), job)
    assert isinstance(failed, Failed)
    assert failed.is_passing
    assert folder.tries(Task(unit)) == 0
    assert list(tmp_path.glob("out/units/*")) == []


def test_a_reader_that_fails_is_not_the_end_of_the_input(tmp_path, monkeypatch) -> None:
    """What stops the reader must not pass for the last article."""

    def read(source: object, columns: object) -> Iterator[Article]:
        yield Article("a-0", "0", "text")
        raise KeyError("a mistake of ours")

    monkeypatch.setattr(worker, "code_all", code_nothing)
    monkeypatch.setattr(worker, "read_source", read)
    folder, job, (unit,) = begun(tmp_path, [archive(tmp_path, 3)])
    failed = perform(Task(unit), job)
    assert failed == Failed("KeyError: 'a mistake of ours'")
    assert folder.tries(Task(unit)) == 1
    assert list(tmp_path.glob("out/units/*")) == []


def test_a_worker_that_would_code_differently_refuses(tmp_path, monkeypatch) -> None:
    _, job, _ = begun(tmp_path, [archive(tmp_path, 1)])
    monkeypatch.setattr(worker, "coder_of", lambda settings: CODER.__replace__(version="1") if hasattr(CODER, "__replace__") else None)
    with pytest.raises(RunError, match="would code differently"):
        worker.prepare(job)


def test_columns_are_read_under_the_names_given(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(worker, "code_all", code_nothing)
    path = tmp_path / "named.jsonl"
    path.write_text('{"key": "k-1", "story": "Fiji said that the talks would go on."}\n', encoding="utf-8")
    folder, job, (unit,) = begun(tmp_path, [path], columns={"text": "story", "id": "key"})
    assert isinstance(perform(Task(unit), job), Done)
    assert ids_of(folder, unit) == ["k-1"]

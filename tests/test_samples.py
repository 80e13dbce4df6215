"""Sample dispatches in different house styles are coded as their golden codings."""

from pathlib import Path

import pytest

import communique as cq
from communique.record import from_json
from samples.write_golden import GOLDEN, articles, inputs


@pytest.mark.parametrize("path", inputs(), ids=lambda p: p.name)
def test_sample_is_coded_as_its_golden(path: Path) -> None:
    golden = GOLDEN / f"{path.stem}.jsonl"
    assert golden.exists(), "no golden coding: python tests/samples/write_golden.py"
    wanted = [from_json(line) for line in golden.read_bytes().splitlines()]
    for want, got in zip(wanted, cq.code_all(articles(path)), strict=True):
        assert got.article == want.article
        assert got.statements == want.statements, "if this is meant: python tests/samples/write_golden.py, and read the difference"
        assert got.problems == want.problems


def test_there_are_samples_in_six_house_styles() -> None:
    assert len(inputs()) >= 6

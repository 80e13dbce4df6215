"""`communique sample` and `communique precision`: statements drawn, judged, counted."""

import csv
import io
import json
import random
from collections import Counter
from dataclasses import dataclass
from math import comb

import pytest
from conftest import DISPATCH, call

from communique.ingest import read_text
from communique.model import Span, Statement
from communique.show.cli.judging.context import context_of
from communique.show.cli.judging.count import wilson
from communique.show.cli.judging.draw import Urn
from communique.show.cli.judging.sheet import Row

ABBREVIATIONS = frozenset({"gen."})


def rows_in(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


@pytest.fixture(scope="module")
def codings(inputs):
    return call("code", inputs / "good.jsonl", inputs / "dispatch.md").stdout


@pytest.fixture(scope="module")
def drawn(codings):
    return call("sample", "-", "--by", "rule", stdin=codings)


def test_a_sample_has_every_column_and_no_mark_of_byte_order(drawn):
    assert drawn.returncode == 0
    header = b"statement,article,outlet,rule,confidence,manner,kind,act,source,cue,content,speaker,context,right,note\n"
    assert drawn.stdout.startswith(header)
    assert all(row["right"] == row["note"] == "" for row in rows_in(drawn.stdout))


def test_a_sample_larger_than_all_is_all(drawn, codings):
    found = {statement["id"] for line in codings.splitlines() for statement in json.loads(line)["statements"]}
    assert {row["statement"] for row in rows_in(drawn.stdout)} == found
    assert drawn.stderr.decode().startswith(f"communique: {len(found)} of {len(found)} statements, ")


def test_the_context_is_the_sentence_with_its_marks(drawn):
    row = next(row for row in rows_in(drawn.stdout) if row["cue"] == "said" and "Fiji" in row["source"])
    assert row["context"] == (
        "[source Fiji's environment minister Litia Ravouvou] [cue said] that "
        "[content the sanctuary has to be widened before the next season]."
    )
    assert row["speaker"] == "Litia Ravouvou (FJI, GOV)"


def test_articles_are_coded_first(drawn, inputs):
    made = call("sample", inputs / "good.jsonl", inputs / "dispatch.md", "--by", "rule")
    assert (made.returncode, made.stdout) == (0, drawn.stdout)


def test_the_order_of_inputs_does_not_matter_and_the_seed_does(drawn, codings):
    turned = b"".join(line + b"\n" for line in reversed(codings.splitlines()))
    assert call("sample", "-", "--by", "rule", stdin=turned).stdout == drawn.stdout
    few = {seed: call("sample", "-", "--n", "2", "--by", "", "--seed", str(seed), stdin=codings).stdout for seed in range(8)}
    assert call("sample", "-", "--n", "2", "--by", "", "--seed", "0", stdin=codings).stdout == few[0]
    assert len(set(few.values())) > 1
    assert {len(rows_in(data)) for data in few.values()} == {2}


def test_a_broken_line_is_left_out_and_said(codings):
    made = call("sample", "-", stdin=codings + b'{"article":{"id"\n')
    assert made.returncode == 3
    assert b"standard input, line 5: not a coding" in made.stderr


def test_an_unknown_field(inputs):
    made = call("sample", inputs / "dispatch.md", "--by", "rule,colour")
    assert (made.returncode, made.stdout) == (2, b"")
    assert "no field 'colour'; use any of rule, outlet" in made.stderr.decode()


def test_no_cell_is_a_formula(tmp_path):
    text = "=cmd() of Tonga said that the reef is closed.\n"
    made = call("sample", "-", stdin=json.dumps({"id": "=1+1", "text": text, "language": "en"}).encode())
    (row,) = rows_in(made.stdout)
    assert row["article"] == "'=1+1"
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def row(rule: str, outlet: str, number: int) -> tuple[str, Row]:
    return f"{rule} {outlet} {number}", Row(str(number), "a", outlet, rule, "0.90", "indirect", "speech", "", "", "", "", "", "")


def test_strata_share_alike_as_far_as_they_reach():
    urn = Urn(20, 1, ("rule", "outlet"))
    urn.add(row("r", outlet, n) for outlet, count in (("big", 500), ("small", 3), ("mid", 60)) for n in range(count))
    counts = Counter(drawn.outlet for drawn in urn.drawn())
    assert counts["small"] == 3
    assert {counts["big"], counts["mid"]} == {8, 9}


@pytest.mark.parametrize("fields", [(), ("rule",), ("outlet", "rule")])
def test_a_stream_in_pieces_gives_what_all_at_once_gives(fields):
    rng = random.Random(3)
    rows = [row(rng.choice("abc"), rng.choice("xy") * (1 + (n > 900)), n) for n in range(1000)]
    whole, piecewise = Urn(25, 7, fields), Urn(25, 7, fields)
    whole.held = dict(whole.held)
    whole.add(rows)
    rng.shuffle(rows)
    for start in range(0, 1000, 10):
        piecewise.add(rows[start : start + 10])
        assert len(piecewise.held) <= 4 * 25 + 10
    assert piecewise.drawn() == whole.drawn()
    assert len(whole.drawn()) == 25


def test_a_plain_sample_draws_all_alike():
    hits: Counter[str] = Counter()
    for seed in range(300):
        urn = Urn(5, seed, ())
        urn.add(row("r", "o", n) for n in range(20))
        hits.update(drawn.statement for drawn in urn.drawn())
    assert sum(hits.values()) == 1500
    assert min(hits.values()) > 40  # 75 expected, standard deviation 7.5
    assert max(hits.values()) < 110


@dataclass
class Pieces:
    text: str

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def context(self, source: str, cue: str, *content: str) -> str:
        statement = Statement(
            "i", self.span(source), self.span(cue), tuple(map(self.span, content)), "speech", "direct", None, (), None, (), None,
            None, "en.x", 0.9,
        )  # fmt: skip
        return context_of(read_text(self.text, language="en", title="none"), statement, ABBREVIATIONS)


def test_context_ends_with_the_sentence():
    pieces = Pieces("It rained. Gen. Ada P. Brix said the dam holds. Nobody left.\n")
    assert pieces.context("Gen. Ada P. Brix", "said", "the dam holds") == "[source Gen. Ada P. Brix] [cue said] [content the dam holds]."
    assert "It rained" not in pieces.context("Ada P. Brix", "said", "the dam holds")


def test_context_of_a_quotation_keeps_its_marks():
    pieces = Pieces('All was quiet. "The dam holds. Sleep well," said Ada Brix. Then it rained.\n')
    assert pieces.context("Ada Brix", "said", "The dam holds. Sleep well") == (
        '"[content The dam holds. Sleep well]," [cue said] [source Ada Brix].'
    )


def test_distant_pieces_have_a_gap_between_them():
    pieces = Pieces('Ada Brix spoke. Rain fell. More rain fell. "The dam holds," she said.\n')
    assert pieces.context("Ada Brix", "said", "The dam holds") == (
        '[source Ada Brix] spoke. [...] "[content The dam holds]," she [cue said].'
    )


def test_context_never_grows_to_the_article():
    pieces = Pieces("Rain " * 5000 + "and Ada Brix said the dam holds " + "yes " * 5000 + "\n")
    assert len(pieces.context("Ada Brix", "said", "the dam holds")) < 1000


def judged(drawn, *values: str) -> bytes:
    """A sheet with judgements in the order of its rows, the last for all that follow."""
    out = io.StringIO()
    rows = rows_in(drawn.stdout)
    writer = csv.DictWriter(out, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(row | {"right": values[min(n, len(values) - 1)]} for n, row in enumerate(rows))
    return out.getvalue().encode()


def last(made) -> dict:
    return json.loads(made.stdout.splitlines()[-1])


def test_precision_counts_by_rule_and_in_all(drawn):
    made = call("precision", "-", stdin=judged(drawn, "yes", "No", " partly ", ""))
    assert (made.returncode, made.stderr) == (0, b"")
    *groups, every = map(json.loads, made.stdout.splitlines())
    assert every["by"] == {}
    assert [every[name] for name in ("judged", "yes", "partly", "no", "unjudged")] == [3, 1, 1, 1, len(rows_in(drawn.stdout)) - 3]
    assert (every["strict"]["precision"], every["lenient"]["precision"]) == (0.3333, 0.6667)
    for name in ("judged", "yes", "unjudged"):
        assert sum(group[name] for group in groups) == every[name]
    assert {group["by"]["rule"] for group in groups} == {row["rule"] for row in rows_in(drawn.stdout)}


def test_precision_of_what_nobody_judged(drawn):
    made = call("precision", "-", "--by", "", stdin=drawn.stdout)
    assert made.stdout.count(b"\n") == 1
    assert (last(made)["judged"], last(made)["strict"]) == (0, None)


def test_precision_by_two_columns(drawn):
    made = call("precision", "-", "--by", "manner,kind", stdin=judged(drawn, "y"))
    assert all(set(json.loads(line)["by"]) in ({"manner", "kind"}, set()) for line in made.stdout.splitlines())


def test_precision_on_a_terminal(drawn, tmp_path):
    (tmp_path / "s.csv").write_bytes(judged(drawn, "yes"))
    shown = call("precision", tmp_path / "s.csv", terminal=True, NO_COLOR="1", COLUMNS="80").stdout.decode()
    assert "strict %" in shown
    assert "en.indirect.that-clause" in shown
    assert "100 (" in shown
    assert "all" in shown


@pytest.mark.parametrize(
    "change", [lambda s: b"\xef\xbb\xbf" + s, lambda s: s.replace(b"\n", b"\r\n"), lambda s: s + b"\n,,,,,,,,,,,,,,\n"]
)
def test_precision_reads_what_spreadsheets_write(change, drawn):
    plain = judged(drawn, "yes", "no")
    assert last(call("precision", "-", stdin=change(plain))) == last(call("precision", "-", stdin=plain))


def test_precision_reads_semicolons():
    assert last(call("precision", "-", stdin=b"rule;right;note\na;yes;well, well\nb;no;\n"))["judged"] == 2


@pytest.mark.parametrize(
    ("sheet", "hint"),
    [
        (b"rule,right\na,yes\nb,maybe\n", "standard input, line 3: `right` is 'maybe'; write yes, no or partly"),
        (b'rule,right,note\na,yes,"two\nlines"\nb,1,\n', "line 4: `right` is '1'"),
        (b"rule,note\na,x\n", "line 1: no column 'right'; it has rule, note"),
        (b"right\nyes\n", "line 1: no column 'rule'"),
        (b"rule,right\na\n", "line 2: 1 cells, the first line has 2"),
        (b'rule,right\n"a,yes\n', "line 2: not CSV"),
        (b"rule,right\na,\xff\n", "line 2: not UTF-8"),
        (b"", "line 1: no column"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_named_with_its_line(sheet, hint):
    made = call("precision", "-", stdin=sheet)
    assert (made.returncode, made.stdout) == (2, b"")
    assert hint in made.stderr.decode()
    assert made.stderr.count(b"\n") == 1


def test_a_sheet_that_is_not_there(tmp_path):
    made = call("precision", tmp_path / "none.csv")
    assert made.returncode == 2
    assert b"No such file" in made.stderr


@pytest.mark.parametrize(
    ("right", "of", "low", "high"), [(8, 10, 0.490, 0.943), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (81, 263, 0.255, 0.366)]
)
def test_wilson_agrees_with_published_values(right, of, low, high):
    estimate = wilson(right, of)
    assert estimate is not None
    assert (round(estimate.low, 3), round(estimate.high, 3)) == (low, high)


def test_wilson_covers_the_truth_about_as_often_as_it_says():
    """Exact coverage over all outcomes of 40 draws, averaged over true shares, is near 95 %."""
    n, shares = 40, [k / 50 for k in range(25, 50)]
    covered = 0.0
    for share in shares:
        for right in range(n + 1):
            estimate = wilson(right, n)
            assert estimate is not None
            if estimate.low <= share <= estimate.high:
                covered += comb(n, right) * share**right * (1 - share) ** (n - right)
    assert 0.94 < covered / len(shares) < 0.97


def test_the_dispatch_is_not_in_the_sample_as_a_whole(drawn):
    assert DISPATCH.encode() not in drawn.stdout
    assert b"PCN" not in drawn.stdout

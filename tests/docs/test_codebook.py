"""The codebook has every variable and every code, and refuses figures for what is no variable."""

import importlib
import re
from types import ModuleType

import pytest
from fenced import ROOT

from communique.lexicon.ontology import cameo, plover

PAGE = (ROOT / "docs" / "reference" / "codebook.md").read_text(encoding="utf-8")


@pytest.fixture
def codebook(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    return importlib.import_module("codebook")


def test_every_variable_has_a_row(codebook: ModuleType) -> None:
    for kind in codebook.coded():
        section = re.search(rf"^## {kind.__name__}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
        assert section, kind.__name__
        fields = () if kind.__name__ == "Span" else kind.__struct_fields__
        assert [name for name in fields if f"| `{name}` |" not in section[1]] == []


def test_every_code_has_a_row() -> None:
    codes = [code.code for code in cameo().codes] + [term.code for term in (*plover().contexts, *plover().auxiliary, *plover().sectors)]
    assert [code for code in codes if f"| `{code}` |" not in PAGE] == []
    assert [kind.code for kind in plover().types if f"### {kind.code}\n" not in PAGE] == []


@pytest.mark.parametrize(
    ("measured", "complaint"),
    [
        ({"Statement": {"colour": {"figure": "1", "on": "x", "command": "y"}}}, "no variable Statement.colour"),
        ({"Staement": {"act": {"figure": "1", "on": "x", "command": "y"}}}, "no variable Staement.act"),
        ({"Statement": {"act": {"figure": "1", "on": "x"}}}, "needs figure, on and command"),
    ],
)
def test_figures_name_a_variable_and_what_they_rest_on(codebook: ModuleType, measured: dict[str, object], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        codebook.check(measured)


def test_a_figure_stands_beside_its_variable(codebook: ModuleType) -> None:
    from communique.model import Position

    row = codebook.record(Position, {"stance": {"figure": "F1 0.5", "on": "ten texts", "command": "x.py"}})
    assert re.search(r"^\| `stance` \|.*\| F1 0\.5, on ten texts \(`x\.py`\) \|$", row, re.MULTILINE)

"""`import communique as cq`: the few names people use, imported when first used."""

import ast
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import communique as cq


@pytest.mark.parametrize("name", cq.__all__)
def test_every_public_name_is_there_and_documented(name):
    assert getattr(cq, name).__doc__
    assert name in dir(cq)


def test_type_checkers_see_the_same_names_from_the_same_homes():
    tree = ast.parse(Path(cq.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {alias.name: node.module for node in block.body for alias in node.names}
    assert sorted(seen) == sorted(cq.__all__)
    for name, home in seen.items():
        assert getattr(cq, name) is getattr(import_module(home), name)


def test_an_unknown_name():
    with pytest.raises(AttributeError, match="'communique' has no attribute 'cod'"):
        cq.cod  # noqa: B018


def test_importing_communique_imports_nothing_else():
    program = "import json, sys; before = set(sys.modules); import communique; print(json.dumps(sorted(set(sys.modules) - before)))"
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    others = {name.split(".")[0] for name in json.loads(made.stdout)}
    assert others & {"msgspec", "duckdb", "spacy", "yaml", "numpy", "typer", "rich"} == set()


def test_the_two_lines_of_the_readme(tmp_path):
    path = tmp_path / "dispatch.md"
    path.write_text("The Samoan envoy said that the reef will be open to both fleets from the first of May.\n", encoding="utf-8")
    coding = cq.code(cq.read(path))
    (statement,) = coding.statements
    assert statement.cue.of(coding.article.text) == "said"
    assert repr(coding).startswith("<Coding of ")
    assert repr(statement).startswith(f"<Statement {statement.id}: en.indirect.that-clause, cue [17, 21], content [27, ")
    assert repr(statement.cue) == "[17, 21]"

"""--map says what columns and keys are called."""

import json

import pytest
from conftest import call

STORIES = b"key;story;pubdate\n7;Fiji said that the talks would go on.;6 May 2031\n"


@pytest.mark.parametrize("command", ["read", "code"])
def test_columns_are_mapped(tmp_path, command):
    (tmp_path / "a.csv").write_bytes(STORIES)
    made = call(command, tmp_path / "a.csv", "--map", "text=story, date=pubdate,id=key")
    assert made.returncode == 0
    found = json.loads(made.stdout)
    article = found["article"] if command == "code" else found
    assert (article["id"], article["published"]) == ("7", "2031-05-06")


def test_a_table_without_text_names_its_columns_and_the_way_out(tmp_path):
    (tmp_path / "a.csv").write_bytes(STORIES)
    made = call("read", tmp_path / "a.csv")
    assert made.returncode != 0
    assert b"the columns are key, story, pubdate" in made.stderr
    assert b"--map text=COLUMN" in made.stderr


@pytest.mark.parametrize(
    ("mapped", "said"), [("text", b"write --map text=body"), ("body=text", b"no field 'body'"), ("text=", b"write --map")]
)
def test_a_map_that_says_nothing_is_refused(tmp_path, mapped, said):
    (tmp_path / "a.csv").write_bytes(STORIES)
    made = call("read", tmp_path / "a.csv", "--map", mapped)
    assert made.returncode == 2
    assert said in made.stderr

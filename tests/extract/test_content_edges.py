"""Where contents and sources end, told by words that neither ends with."""

import pytest

import communique as cq
from communique.extract.content_edges import edged
from communique.extract.scene import scene_of
from communique.lexicon import load
from communique.parse import load_pipeline, parse_article
from communique.settings import Settings


def cut(text: str, content: str, cue: str) -> str:
    """The content as it is given out, where `content` was chosen for `cue`."""
    lexicon = load("en")
    body, _ = parse_article(cq.read_text(text), load_pipeline(Settings()), lexicon)
    first = body.starts.index(text.index(content))
    end = body.ends.index(text.index(content) + len(content)) + 1
    parts = edged(scene_of(body, lexicon), ((first, end),), body.starts.index(text.index(cue)))
    return " ".join(body.span(*part).of(text) for part in parts)


@pytest.mark.parametrize(
    ("text", "cue", "chosen", "given"),
    [
        ("The envoy denied the charges and left the hall.", "denied", "the charges and", "the charges"),
        ("The envoy promised new roads and cheaper bread to all.", "promised", "new roads and", "new roads and cheaper bread"),
        ("The bank said in a statement it had signed the loan.", "said", "in a statement it had signed the loan", "it had signed the loan"),
        ("The envoy denied the charges on Monday.", "denied", "the charges", "the charges"),
    ],
)
def test_a_content_ends_where_its_last_word_waits_for_nothing(text: str, cue: str, chosen: str, given: str) -> None:
    assert cut(text, chosen, cue) == given


def test_a_connective_alone_is_no_part_of_what_is_said() -> None:
    text = "But, the envoy said, the talks would go on until the spring."
    (statement,) = cq.code(cq.read_text(text)).statements
    assert [c.of(text) for c in statement.content] == ["the talks would go on until the spring"]


def test_a_name_behind_its_description_belongs_to_the_source() -> None:
    text = "The official Ruritanian news agency Varda denounced the attack on the port."
    (statement,) = cq.code(cq.read_text(text)).statements
    assert statement.source is not None
    assert statement.source.of(text) == "The official Ruritanian news agency Varda"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Dutch chip maker Lumen said on Monday that demand had risen.", "Dutch chip maker Lumen"),
        ("On Monday Lumen said that demand had risen.", "Lumen"),
    ],
)
def test_a_bare_description_belongs_to_the_name_behind_it(text: str, source: str) -> None:
    (statement,) = cq.code(cq.read_text(text)).statements
    assert statement.source is not None
    assert statement.source.of(text) == source


def test_no_sentence_ends_behind_a_rank() -> None:
    text = "One of the men freed in exchange for Army Sgt. Hugo Brandl has tried to return, the Courier reported."
    (statement,) = cq.code(cq.read_text(text)).statements
    assert [c.of(text) for c in statement.content] == [text.partition(", the")[0]]


def test_a_name_that_ends_in_a_point_is_no_punctuation() -> None:
    text = "The company said it would cut jobs after its purchase of AT&T."
    (statement,) = cq.code(cq.read_text(text)).statements
    assert statement.content[0].of(text).startswith("it would cut jobs after its purchase of AT&T")

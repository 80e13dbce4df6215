"""Cue candidates of the open class: tokens that may head the words that attribute."""

from collections.abc import Iterator

from communique.extract.scene import Scene
from communique.model import Body

MARKS = frozenset({":", "-", "--", "—", "–", "―"})
_OPEN_CLASS = ("VB", "NN", "JJ")
_CLOSED_CLASS = frozenset(
    {
        "according",
        "to",
        "per",
        "for",
        "as",
        "by",
        "against",
        "behind",
        "from",
        "in",
        "of",
        "with",
        "like",
        "out",
        "about",
        "back",
        "on",
        "via",
    }
)  # fmt: skip - according to X, per X, for X the answer is ..., in the words of X, those against ...
_MISTAGGED = ("UH", "FW")
_CLAUSES = frozenset({"ROOT", "acl", "relcl", "ccomp", "xcomp", "advcl", "conj", "pcomp", "parataxis", "compound", "appos"})


def is_mark(body: Body, token: int) -> bool:
    """True for a colon and a dash that part a name from its words; not for the hyphen in "well-known"."""
    return body.words[token] in MARKS and body.tags[token] != "HYPH"


def _is_name(body: Body, token: int) -> bool:
    """True for names; a verb that is taken for one ("Clinton Slams Plan") governs a clause or is in small letters."""
    small = body.words[token][:1].islower()
    return body.tags[token].startswith("NNP") and not small and body.deps[token] not in _CLAUSES


def is_anchor(body: Body, token: int) -> bool:
    """True for a token that may head a cue: verb, common noun, adjective, "-edly", preposition that names a source, colon, dash."""
    word, tag = body.lower[token], body.tags[token]
    if is_mark(body, token):
        return True
    if tag.startswith(_OPEN_CLASS):
        return not _is_name(body, token) and any(map(str.isalpha, word))
    return word in _CLOSED_CLASS or (tag == "RB" and word.endswith(("edly", "ably"))) or tag in _MISTAGGED


def anchors(scene: Scene) -> Iterator[int]:
    """Tokens that may head a cue, in the order of the text; heads of cues of the lexicon are always among them."""
    body = scene.body
    return (token for token in range(len(body)) if token in scene.cues or is_anchor(body, token))

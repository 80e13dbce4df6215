"""Bans, sanctions, sieges: on whom they lie, by the words hung on them or, where only "the ban" is named, by those of before."""

from collections.abc import Iterator

from communique.extract.tree import governors
from communique.model import Body

Codes = frozenset[str]
Words = dict[str, frozenset[str]]


def stem_of(word: str) -> str:
    """A word without the ending of its participle, plural or third person, and without a final "e"."""
    return word.removesuffix("ing").removesuffix("s").removesuffix("e")


def is_burden(body: Body, token: int, words: Words) -> bool:
    """True for a noun such as "ban", "sanctions"."""
    return body.tags[token].startswith("NN") and stem_of(body.lower[token]) in words["burdens"]


def eased(body: Body, tokens: range, words: Words) -> Iterator[int]:
    """The burdens among some tokens that are to be lifted, eased, ended there: lift [the ban], the lifting of [the ban]."""
    for token in tokens:
        above = governors(body, token)[:2] if is_burden(body, token, words) else []
        if any(t in tokens and stem_of(body.lower[t]) in words["easing"] for t in above):
            yield token


def laid_on(body: Body, burden: int, codes: dict[int, str], words: Words) -> Codes:
    """Codes of those on whom a burden lies; those of the burdens before where its own words name nobody; none in doubt."""
    here = _named(body, burden, codes)
    if here or any(body.deps[c] in ("prep", "amod", "compound", "poss", "relcl", "acl") for c in body.children[burden]):
        return here  # "the planned ban" need not be that of before
    before = [t for t in range(burden) if is_burden(body, t, words)]
    same = _together(body, (t for t in before if body.lower[t] == body.lower[burden]), codes)
    return _one(same) or (frozenset() if same else _one(_together(body, before, codes)))


def _together(body: Body, burdens: Iterator[int] | list[int], codes: dict[int, str]) -> Codes:
    return frozenset(code for t in burdens for code in _named(body, t, codes))


def _one(codes: Codes) -> Codes:
    return codes if len(codes) == 1 else frozenset()


def _named(body: Body, burden: int, codes: dict[int, str]) -> Codes:
    """ "Sanctions on Ruritania", "against Ruritania", "on exports to Ruritania", "on Ruritanian fish"."""
    under = [p for c in body.dependents(burden, "prep") if body.lower[c] in ("on", "against", "upon") for p in body.dependents(c, "pobj")]
    over = (*under, burden) if under else ()
    further = [p for u in over for c in body.dependents(u, "prep") if body.lower[c] in ("to", "from") for p in body.dependents(c, "pobj")]
    owning = [c for u in under for c in body.dependents(u, "amod", "compound", "poss")]
    return frozenset(codes[t] for t in (*under, *further, *owning) if t in codes)

"""Whether two rows of given names may be one bearer's."""

from itertools import zip_longest

from communique.lexicon import Tradition
from communique.resolve.known_names import SYLLABIC, KnownNames
from communique.resolve.romanisation import plain, readings, script_of, script_pattern
from communique.resolve.written_names import is_initial


def same_given(a: tuple[str, ...], b: tuple[str, ...], tradition: Tradition | None, known: KnownNames) -> bool | None:
    """True where the first names are one and nothing behind them differs; None where only an initial or another given name stands."""
    if plain("".join(a)) == plain("".join(b)) != "" and script_of(a[0]) != "arabic":
        return True
    verdicts = [_same_name(x, y, tradition, known) for x, y in zip_longest(a, b) if x and y]
    if False in verdicts:
        return None if _is_part(a, b, tradition, known) else False
    return verdicts[0]


def _is_part(a: tuple[str, ...], b: tuple[str, ...], tradition: Tradition | None, known: KnownNames) -> bool:
    """ "Fernanda" and "María Fernanda", "Jean" and "Jean-Claude"."""
    short, full = sorted((_parts(a, tradition), _parts(b, tradition)), key=len)
    return len(short) < len(full) and all(any(_same_name(x, y, tradition, known) for y in full) for x in short if not is_initial(x))


def _parts(names: tuple[str, ...], tradition: Tradition | None) -> list[str]:
    return [part for name in names for part in ([name] if tradition in SYLLABIC else name.split("-")) if part]


def _same_name(a: str, b: str, tradition: Tradition | None, known: KnownNames) -> bool | None:
    """One name, None where an initial may be short for the other."""
    if is_initial(a) or is_initial(b):
        return None if _begins(a, b, known) else False
    if tradition not in SYLLABIC:
        ours, theirs = known.given_names(a, tradition), known.given_names(b, tradition)
        if ours and theirs:
            return bool(ours & theirs)
    return _reads_alike(a, b, tradition)


def _begins(a: str, b: str, known: KnownNames) -> bool:
    """True where an initial begins any spelling of the other name."""
    initial, name = (a, b) if is_initial(a) else (b, a)
    forms = [plain(form) for entry in known.given.get(plain(name), ()) for form in entry.forms]
    return any(form.startswith(plain(initial)) for form in (plain(name), *forms))


def _reads_alike(a: str, b: str, tradition: Tradition | None) -> bool:
    if script_of(a) == "arabic" != script_of(b):
        a, b = b, a
    if script_of(b) == "arabic" != script_of(a):
        pattern = script_pattern(b)
        return pattern is not None and any(pattern.fullmatch(reading) for reading in readings(a, tradition))
    return not frozenset(readings(a, tradition)).isdisjoint(readings(b, tradition)) or plain(a) == plain(b)

"""Whom a name or a code in a question means."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.errors import UsageError
from communique.lexicon import load

CODE = re.compile(r"[A-Z]{3}|IGO:[A-Z0-9]+")


class Party(NamedTuple):
    """Who is asked for: a state or organisation by its code, else a name; both None, anybody."""

    code: str | None = None
    name: str | None = None


def party(written: str | None) -> Party:
    """A code as it is, "Fiji", "Suva" or "UN" as its code, anything else as a name. Raises UsageError where the words mean several."""
    if not written or not written.strip():
        return Party()
    if written in _codes():
        return Party(code=written)
    found = _words().get(written.strip().casefold(), frozenset())
    if len(found) > 1:
        raise UsageError(f"{written} may be {' or '.join(sorted(found))}: give the code")
    return Party(code=next(iter(found))) if found else Party(name=written.strip())


def country(written: str | None, of: str) -> str | None:
    """The code of a state or organisation. Raises UsageError, naming what `of` it was given for, where there is none."""
    found = party(written)
    if found.name:
        if CODE.fullmatch(found.name):
            return found.name
        raise UsageError(f"{of} {written}: no state or organisation of states; give its code (RUS, IGO:UN) or its common name")
    return found.code


def dyad(written: str) -> tuple[str, str]:
    """Both sides of RUS-USA, or of "Guinea-Bissau-Senegal". Raises UsageError where it cannot be told apart."""
    parts = written.split("-")
    halves = [("-".join(parts[:at]).strip(), "-".join(parts[at:]).strip()) for at in range(1, len(parts))]
    found = {
        (one, other) for left, right in halves if (one := _code(left)) is not None and (other := _code(right)) is not None
    }  # fmt: skip
    if len(found) != 1:
        raise UsageError(f"--dyad {written}: name two states or organisations, RUS-USA or Russia-IGO:UN")
    return found.pop()


def _code(written: str) -> str | None:
    """The code that is meant; None where none is, or it cannot be told."""
    try:
        return country(written, "--dyad")
    except UsageError:
        return None


def called(code: str) -> str:
    """The common name of a state or organisation; the code where it is not listed."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    lexicon = load()
    organisations = {entry.code: entry.name for entry in reversed(lexicon.organisations) if entry.code}
    return organisations | {entry.code: entry.name for entry in lexicon.countries}


@cache
def _codes() -> frozenset[str]:
    lexicon = load()
    return frozenset(entry.code for entry in lexicon.countries) | {entry.code for entry in lexicon.organisations if entry.code}


@cache
def _words() -> dict[str, frozenset[str]]:
    """Which codes each word stands for, without regard to case: names, adjectives and seats of states, whole organisations."""
    meant: dict[str, set[str]] = {}
    for word, code in (*_of_states(), *_of_organisations()):
        meant.setdefault(word.casefold(), set()).add(code)
    return {word: frozenset(codes) for word, codes in meant.items()}


def _of_states() -> Iterator[tuple[str, str]]:
    for entry in load().countries:
        for word in (entry.name, *entry.names, *entry.adjectives, *entry.seats, *((entry.capital,) if entry.capital else ())):
            yield word, entry.code


def _of_organisations() -> Iterator[tuple[str, str]]:
    """Only organisations as a whole, which come first under their code; their organs are found by name."""
    seen: set[str] = set()
    for entry in load().organisations:
        if entry.code and entry.code not in seen:
            seen.add(entry.code)
            for word in (entry.name, *entry.aliases):
                yield word, entry.code

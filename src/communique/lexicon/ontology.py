"""The codes that events are written in, as checked tables: PLOVER 2.0, CAMEO and the way from it to PLOVER, other data sets' country codes.

They are standards, not words of a language: a user's lexicon folder does not change them, and they are read only when first asked for.
"""

from collections.abc import Iterable
from functools import cache
from typing import Literal, TypeVar

import msgspec
import yaml

from communique.errors import LexiconError
from communique.lexicon.entries import Country
from communique.lexicon.files import COUNTRIES, SHIPPED, Source
from communique.lexicon.loader import shipped
from communique.lexicon.parsing import line_in, plain, reason_of
from communique.model import Record, Role

Quad = Literal[1, 2, 3, 4]


class Term(Record, frozen=True):
    """A code and what it means: a context, an auxiliary mode."""

    code: str
    says: str


class Mode(Record, frozen=True):
    """A mode of one type of event, with its intensity; None where the type's stands in."""

    code: str
    says: str
    score: float | None


class EventType(Record, frozen=True):
    """A type of event.

    code       PLOVER's name for it
    says       what it means
    score      intensity from -10 to 10
    quad       1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
    recipient  whether an event of this type is none without a recipient
    mutual     actors of an event without recipient did it with each other
    modes      its modes
    """

    code: str
    says: str
    score: float
    quad: Quad
    recipient: Literal["required", "optional"]
    mutual: bool = False
    modes: tuple[Mode, ...] = ()


class Sector(Record, frozen=True):
    """A sector of PLOVER's, the role CAMEO writes for it and the words of ICEWS; None where none fits for sure."""

    code: Role
    says: str
    cameo: str | None
    icews: str | None


class Plover(Record, frozen=True):
    """The ontology of one version of PLOVER."""

    version: str
    types: tuple[EventType, ...]
    contexts: tuple[Term, ...]
    auxiliary: tuple[Term, ...]
    sectors: tuple[Sector, ...]


class CameoCode(Record, frozen=True):
    """A code of CAMEO's.

    code       two to four digits, as a text
    says       what it means
    quad       1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
    goldstein  on Goldstein's scale from -10 to 10; None where the published tables differ or give none
    plover     the type of event it is in PLOVER; None where PLOVER has none or the code does not tell
    mode       the type's mode
    context    PLOVER's contexts
    mutual     actors of an event without recipient did it with each other, though its type does not say so
    corrected  how it differs from the map of 2021, and why
    """

    code: str
    says: str
    quad: Quad
    goldstein: float | None = None
    plover: str | None = None
    mode: str | None = None
    context: tuple[str, ...] = ()
    mutual: bool = False
    corrected: str | None = None


class Cameo(Record, frozen=True):
    """All codes of CAMEO, and the version of the map to PLOVER."""

    version: str
    map_version: str
    codes: tuple[CameoCode, ...]


class ForeignCode(Record, frozen=True):
    """How others write a state, territory or organisation of states: foreign_codes.yaml explains the fields."""

    code: str
    cow: int | None = None
    sovereign: str | None = None
    plover: str | None = None
    cameo: str | None = None
    icews: str | None = None


class ForeignCodes(Record, frozen=True):
    """The codes of other data sets."""

    states: tuple[ForeignCode, ...]
    organisations: tuple[ForeignCode, ...]


Document = TypeVar("Document", bound=Record)
Coded = TypeVar("Coded", Term, Mode, EventType, CameoCode, ForeignCode, Sector)


@cache
def plover() -> Plover:
    """PLOVER's types, modes, contexts, auxiliary modes and sectors."""
    return document(read("plover.yaml"), "plover.yaml", Plover)


@cache
def cameo() -> Cameo:
    """CAMEO's codes, each with what it is in PLOVER. Raises `LexiconError` where the map names what PLOVER does not have."""
    table = document(read("cameo.yaml"), "cameo.yaml", Cameo)
    for code in table.codes:
        if wrong := misfit(code, event_types(), {context.code for context in plover().contexts}):
            raise LexiconError(f"cameo.yaml, code {code.code}: {wrong}; plover.yaml lists what there is")
    return table


@cache
def event_types() -> dict[str, EventType]:
    """PLOVER's types by code."""
    return by_code(plover().types, "plover.yaml")


@cache
def cameo_codes() -> dict[str, CameoCode]:
    """CAMEO's codes by code."""
    return by_code(cameo().codes, "cameo.yaml")


@cache
def foreign_codes() -> dict[str, ForeignCode]:
    """Other data sets' codes by ours: ISO 3166-1 alpha-3, or IGO:UN ..."""
    table = document(read("foreign_codes.yaml"), "foreign_codes.yaml", ForeignCodes)
    return by_code((*table.states, *table.organisations), "foreign_codes.yaml")


@cache
def sectors() -> dict[str, Sector]:
    """PLOVER's sectors by code."""
    return by_code(plover().sectors, "plover.yaml")


def read(name: str) -> str:
    """The text of a file of ours."""
    return (SHIPPED / "world" / name).read_text(encoding="utf-8")


def document(text: str, name: str, kind: type[Document]) -> Document:
    """The record a YAML text describes: codes that are no texts in quotes, unknown fields and missing ones raise `LexiconError`."""
    try:
        return msgspec.convert(plain(text), kind)
    except yaml.YAMLError as error:
        raise LexiconError(f"{name}{line_in(error)}: not valid YAML ({reason_of(error)}); mend the file") from error
    except msgspec.ValidationError as error:
        raise LexiconError(f'{name}: {error}; codes are texts in quotes ("010"), scores are numbers') from None


def by_code(entries: Iterable[Coded], name: str) -> dict[str, Coded]:
    """Entries by their code. Raises `LexiconError` where one stands twice."""
    found: dict[str, Coded] = {}
    for entry in entries:
        if entry.code in found:
            raise LexiconError(f"{name}: code {entry.code} stands twice; keep one")
        found[entry.code] = entry
    return found


def misfit(code: CameoCode, types: dict[str, EventType], contexts: set[str]) -> str | None:
    """What a code names that PLOVER does not have; None where all is well."""
    if code.plover is None:
        return "a mode or context without a type" if code.mode or code.context else None
    if code.plover not in types:
        return f"no type {code.plover}"
    if code.mode and code.mode not in {mode.code for mode in types[code.plover].modes}:
        return f"{code.plover} has no mode {code.mode}"
    return next((f"no context {context}" for context in code.context if context not in contexts), None)


@cache
def root_for(event: str, mode: str | None = None) -> str | None:
    """The root all of CAMEO's codes for a type and mode share; of a mode that CAMEO does not know that of the type's codes without mode.
    None where they share none (a COERCE that seizes may be 17 or 19) or the root alone would be another type."""
    of_type = [code for code in cameo().codes if code.plover == event]
    exact = [code for code in of_type if code.mode == mode] or [code for code in of_type if code.mode is None]
    roots = {code.code[:2] for code in exact}
    return next((root for root in roots if len(roots) == 1 and cameo_codes()[root].plover in (event, None)), None)


@cache
def countries() -> dict[str, Country]:
    """States and territories as the lexicon has them, by code."""
    _, entries = shipped(Source(COUNTRIES, SHIPPED / "world" / COUNTRIES.name))
    return {entry.code: entry for entry in entries.values() if isinstance(entry, Country)}

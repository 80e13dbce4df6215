"""The codebook: each variable of a coding, its values, the rules that give it, how often it is right; then the codes of events."""

import inspect
import tomllib
from pathlib import Path
from typing import get_type_hints

import msgspec

from communique.lexicon.ontology import CameoCode, EventType, cameo, event_types, foreign_codes, plover
from communique.model import Coding, Event, Participant, Span
from communique.record.schema import read_docstring
from typewords import cell, escaped, records_under, table, type_words

MEASURED = Path(__file__).resolve().parents[1] / "benchmarks" / "measured.toml"
INTRO = """# Codebook

Each variable of a coding: what it says, the values it takes, and how often it is right. The rules that give a record stand under it, by the
names that its `rule` holds; [Rules](rules.md) and [Speakers](speakers.md) tell them at length. Figures are of the version and texts that
`benchmarks/measured.toml` names; a blank is a variable that nobody has measured. Unknown is `null`, a list with nothing in it `[]`.
Variables that people judged are marked in a [ledger](../how-to/judge-a-ledger.md): `verdict` says that somebody accepted the record,
`corrected` which columns they set, and `status` whether a commitment was kept.

The codes of events follow below: [types](#types-of-events), [contexts](#contexts), [auxiliary modes](#auxiliary-modes),
[sectors](#sectors), [CAMEO](#cameo), [other data sets' codes](#codes-of-other-data-sets).
"""
VALUES = {  # what a type alone does not tell
    (Event, "event"): "one of the [types](#types-of-events), or null",
    (Event, "mode"): "list of the type's [modes](#types-of-events)",
    (Event, "context"): "list of [contexts](#contexts)",
    (Event, "auxiliary"): "list of [auxiliary modes](#auxiliary-modes)",
    (Event, "cameo"): "one of [CAMEO's codes](#cameo) as text, or null",
    (Participant, "sector"): "one of the [sectors](#sectors), `IGO`, `NGO`, or null",
    (Participant, "country"): "ISO 3166-1 alpha-3, `XKX`, `IGO:UN` ..., or null",
}


def codebook_page() -> str:
    """The whole page."""
    measured = tomllib.loads(MEASURED.read_text(encoding="utf-8"))
    check(measured)
    records = [record(kind, measured.get(kind.__name__, {})) for kind in coded()]
    return "\n".join([INTRO, *records, types(), terms(), sectors(), cameo_table(), foreign()])


def coded() -> list[type[msgspec.Struct]]:
    """The records of a coding that hold variables."""
    return [kind for kind in records_under(Coding) if kind is not Coding]


def check(measured: dict[str, dict[str, dict[str, str]]]) -> None:
    """Raises ValueError where a figure is given for what is no variable, or without what it rests on."""
    fields = {kind.__name__: set(kind.__struct_fields__) for kind in coded()}
    for name, variables in measured.items():
        for variable, told in variables.items():
            if variable not in fields.get(name, ()):
                raise ValueError(f"{MEASURED}: there is no variable {name}.{variable}")
            if set(told) != {"figure", "on", "command"}:
                raise ValueError(f"{MEASURED}: {name}.{variable} needs figure, on and command, and nothing else")


def record(kind: type[msgspec.Struct], measured: dict[str, dict[str, str]]) -> str:
    """A record's description, its variables, its rules."""
    intro, meanings = read_docstring(kind.__doc__ or "")
    hints = get_type_hints(kind)
    if kind is Span:
        return f"## Span\n\n{escaped(intro)}\n"
    values = {name: VALUES.get((kind, name)) or " or ".join(type_words(hint)) for name, hint in hints.items()}
    rows = [(f"`{name}`", cell(meanings.get(name, "")), values[name], figure(measured.get(name))) for name in kind.__struct_fields__]
    return f"## {kind.__name__}\n\n{escaped(intro)}\n\n{table(('variable', 'what it says', 'values', 'measured'), rows)}\n{rules_of(kind)}"


def figure(told: dict[str, str] | None) -> str:
    """What was measured, on what, by which command."""
    return f"{cell(told['figure'])}, on {cell(told['on'])} (`{told['command']}`)" if told else ""


def rules_of(kind: type[msgspec.Struct]) -> str:
    """The rules that give a record; nothing where none are registered."""
    rules = registries().get(kind.__name__, {})
    lines = [f"- `{name}`: {escaped(first_line(text))}" for name, text in rules.items()]
    return "\n".join(["", "Rules:", "", *lines, ""]) if lines else ""


def registries() -> dict[str, dict[str, str]]:
    """The registered rules, and what they say of themselves, by the record that they give."""
    from communique.extract import COMMITMENTS, CONTINUATIONS, EVENTS, FINDERS, RULES, STANCES
    from communique.resolve.cases import CASES

    found = {rule.name: rule.find.__doc__ or "" for rule in RULES} | {rule.name: rule.find.__doc__ or "" for rule in CONTINUATIONS}
    open_class = {name: find.__doc__ or "" for name, find in FINDERS.items()}
    speakers = {f"en.resolve.{case}": words for case, words in CASES.items()}
    return {"Statement": found | open_class, "Speaker": speakers, "Position": STANCES, "Commitment": COMMITMENTS, "Event": EVENTS}


def first_line(text: str) -> str:
    """The first paragraph of a description, on one line."""
    return " ".join(inspect.cleandoc(text).split("\n\n")[0].split())


def types() -> str:
    """PLOVER's types with their modes."""
    intro = f"""## Types of events

PLOVER {plover().version}; codes and numbers are its own, descriptions ours. Quad classes: 1 verbal cooperation, 2 material cooperation,
3 verbal conflict, 4 material conflict. Intensity goes from -10 to 10 and is the mode's where it has one.
"""
    return "\n".join([intro, *map(type_section, plover().types)])


def type_section(kind: EventType) -> str:
    """One type with its modes."""
    needs = "None without a recipient." if kind.recipient == "required" else "The recipient may be missing."
    mutual = " Several actors without recipient did it with each other." if kind.mutual else ""
    modes = [(f"`{mode.code}`", cell(mode.says), "" if mode.score is None else f"{mode.score:g}") for mode in kind.modes]
    text = f"### {kind.code}\n\n{kind.says}. Intensity {kind.score:g}, quad {kind.quad}. {needs}{mutual}\n"
    return f"{text}\n{table(('mode', 'what it says', 'intensity'), modes)}\n" if modes else text


def terms() -> str:
    """Contexts and auxiliary modes."""
    parts = (("Contexts", plover().contexts), ("Auxiliary modes", plover().auxiliary))
    tables = [(title, table(("code", "what it says"), [(f"`{term.code}`", cell(term.says)) for term in group])) for title, group in parts]
    return "\n".join(f"## {title}\n\n{made}\n" for title, made in tables)


def sectors() -> str:
    """Sectors, and what they are elsewhere."""
    rows = [(f"`{one.code}`", cell(one.says), one.cameo or "", one.icews or "") for one in plover().sectors]
    return f"## Sectors\n\n{table(('code', 'who', 'CAMEO', 'ICEWS'), rows)}\n"


def cameo_table() -> str:
    """CAMEO's codes, the map to PLOVER, and every correction of it."""
    count, corrected = len(cameo().codes), sum(code.corrected is not None for code in cameo().codes)
    intro = f"""## CAMEO

CAMEO {cameo().version} and the map to PLOVER {plover().version}, version {cameo().map_version}: {count} codes.

{corrected} of them are otherwise than in the map that came with PLOVER in 2021, or missing there; the last column says why. Without a type:
PLOVER has none, or the code does not tell. Goldstein's value is left out where the published tables differ or give none.
"""
    header = ("code", "what it says", "quad", "Goldstein", "type", "mode", "contexts", "corrected")
    return f"{intro}\n{table(header, list(map(cameo_row, cameo().codes)))}\n"


def cameo_row(code: CameoCode) -> tuple[str, ...]:
    """A code's row."""
    goldstein = "" if code.goldstein is None else f"{code.goldstein:g}"
    kind = event_types()[code.plover].code if code.plover else ""
    told = (kind, code.mode or "", ", ".join(code.context), cell(code.corrected or ""))
    return (f"`{code.code}`", cell(code.says), str(code.quad), goldstein, *told)


def foreign() -> str:
    """Country codes of other data sets where they differ from ours."""
    differing = [one for one in foreign_codes().values() if one.sovereign or one.plover or one.cameo or one.icews]
    rows = [(f"`{one.code}`", one.sovereign or one.plover or "", one.cameo or "", one.icews or "") for one in differing]
    intro = """## Codes of other data sets

Where they are not ISO 3166-1 alpha-3; a dependency is its sovereign's in PLOVER, and organisations that are not listed are IGO there.
"""
    return f"{intro}\n{table(('ours', 'PLOVER', 'CAMEO', 'ICEWS'), rows)}\n"

"""What must hold between the entries of a lexicon: codes exist, and a word names one country or body unless it says otherwise."""

from collections.abc import Iterator

from communique.errors import LexiconError
from communique.lexicon.entries import Country, Lexicon
from communique.lexicon.event_words import OPEN_CLASSES


def check_agreement(lexicon: Lexicon) -> None:
    """Raise `LexiconError` at the first entry that contradicts another or itself."""
    checks = (
        *(country_codes_wrong, codes_wrong, countries_unknown, parties_unknown, flags_wrong, words_shared, bodies_shared, counts_wrong),
        classes_unknown,
    )
    for wrong in (wrong for check in checks for wrong in check(lexicon)):
        raise LexiconError(wrong)


def words_of(country: Country) -> tuple[str, ...]:
    """Every word that may stand for a country."""
    capital = (country.capital,) if country.capital else ()
    return (country.name, *country.names, *country.adjectives, *country.demonyms, *capital, *country.seats)


def country_codes_wrong(lexicon: Lexicon) -> Iterator[str]:
    """Country codes of a wrong form."""
    for code in (country.code for country in lexicon.countries):
        if not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
            yield f"countries.yaml, entry {code}, field `code`: must be ISO 3166-1 alpha-3, three capitals such as NOR"


def codes_wrong(lexicon: Lexicon) -> Iterator[str]:
    """Codes of organisations that have a wrong form or stand beside a country."""
    for body in lexicon.organisations:
        place = f"organisations.yaml, entry {body.name}"
        if body.code and not (body.code.startswith("IGO:") and body.code[4:].isalnum() and body.code[4:].isupper()):
            yield f"{place}, field `code`: {body.code!r} must be IGO: and capitals or digits, such as IGO:UN"
        if body.code and (body.country or body.role):
            yield f"{place}, field `code`: give either `code` (organisations of states) or `country` and `role`, not both"


def countries_unknown(lexicon: Lexicon) -> Iterator[str]:
    """Countries of bodies and outlets that are not in the list."""
    known = {country.code for country in lexicon.countries}
    places = [("organisations.yaml", body.name, body.country) for body in lexicon.organisations]
    places += [("the table of actors", actor.name, _state(actor.country)) for actor in lexicon.actors]
    places += [("outlets.yaml", outlet.name, outlet.country) for outlet in lexicon.outlets]
    places += [("domains.yaml", domain.code, domain.code) for domain in lexicon.domains]
    places += [("roles.yaml", role.phrase, role.country) for role in lexicon.roles]
    for file, name, country in places:
        if country and country not in known:
            yield f"{file}, entry {name}, field `country`: no country {country!r}; use a code of countries.yaml, such as NOR"


def parties_unknown(lexicon: Lexicon) -> Iterator[str]:
    """Parties of issues that are in no list."""
    known = {country.code for country in lexicon.countries} | {body.code for body in lexicon.organisations}
    for issue in lexicon.issues:
        for code in (*issue.parties, *issue.others):
            if code not in known:
                yield f"issues.yaml, entry {issue.issue}: no country or organisation {code!r}; use a code such as NOR or IGO:UN"


def _state(code: str | None) -> str | None:
    """The code where it is a country's."""
    return None if code and code.startswith("IGO:") else code


def classes_unknown(lexicon: Lexicon) -> Iterator[str]:
    """Conditions of words for events on classes of nouns that are in no list."""
    known = {entry.name for entry in lexicon.event_classes} | OPEN_CLASSES
    for word in lexicon.events:
        if strays := [name for name in (*word.object, *word.subject) if name not in known]:
            yield f"events.yaml, entry {word.lemma} ({word.pos}): no class {strays[0]!r}; add it to event_classes.yaml or use one there"


def flags_wrong(lexicon: Lexicon) -> Iterator[str]:
    """Words called ambiguous, or towns, that the country does not have."""
    for country in lexicon.countries:
        for field, words, among in (("ambiguous", country.ambiguous, words_of(country)), ("cities", country.cities, country.seats)):
            if strays := [word for word in words if word not in among]:
                other = "one of its other words" if field == "ambiguous" else "one of its `seats`"
                yield f"countries.yaml, entry {country.code}, field `{field}`: {strays[0]!r} must be {other}, as written there"


def words_shared(lexicon: Lexicon) -> Iterator[str]:
    """Words that name two countries and are not called ambiguous in both."""
    owners: dict[str, str] = {}
    for country in lexicon.countries:
        for word in {word.casefold() for word in words_of(country) if word not in country.ambiguous}:
            other = owners.setdefault(word, country.code)
            if other != country.code:
                yield f"countries.yaml, entry {country.code}: {word!r} stands for {other} too; list it under `ambiguous` of both"


def bodies_shared(lexicon: Lexicon) -> Iterator[str]:
    """Names that two organisations or outlets have, as written."""
    owners: dict[str, str] = {}
    bodies = [("organisations.yaml", (body.name, *body.aliases)) for body in lexicon.organisations]
    bodies += [("outlets.yaml", (outlet.name, *outlet.aliases)) for outlet in lexicon.outlets]
    for file, names in bodies:
        for name in names:
            other = owners.setdefault(name, names[0])
            if other != names[0]:
                yield f"{file}, entry {names[0]}, field `aliases`: {name!r} stands for {other} too; keep it in the one that it means"


def counts_wrong(lexicon: Lexicon) -> Iterator[str]:
    """Counts that are none, or of which more are right than there are."""
    for one in lexicon.precision:
        counts = [part for part in one.judged.split(" of ") if part.isdecimal()]
        if len(counts) != 2 or int(counts[0]) > int(counts[1]):
            yield f"precision.yaml, entry {one.rule}, field `judged`: {one.judged!r} must be two counts such as 34 of 43"

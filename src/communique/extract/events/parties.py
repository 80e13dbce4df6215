"""From the heads of noun phrases to the participants of an event, each with the mention that names it."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from communique.extract.events.nominal import noun_entry, read_noun
from communique.extract.events.slots import Heads
from communique.extract.events.stage import Stage
from communique.extract.holders import tokens_of
from communique.extract.undertakings import holder_of
from communique.model import Body, Participant, Role, Said, Span, Speaker

_ARMED = frozenset({"ASSAULT", "MOBILIZE"})
_OFFICIAL: frozenset[Role | None] = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
_OPENING = 3  # tokens into somebody's words, within which "it" and "they" are whoever speaks
Parties = tuple[Participant, ...]


def parties(stage: Stage, heads: Heads, event: str | None, *, acting: bool) -> Parties:
    """The participants that some heads name, each once. A state that acts by arms is its military (ruling 27)."""
    found = [one for head in heads if not stage.is_time(head) for one in _of_head(stage, head, acting=acting)]
    if event == "THREATEN" and not acting:
        found = [_menaced(stage, head, one) for head, one in zip(heads, found, strict=False)] if len(found) == len(heads) == 1 else found
    return _once(armed(stage, tuple(found), event) if acting else found)


def _of_head(stage: Stage, head: int, *, acting: bool = False) -> Iterable[Participant]:
    mention, body = stage.mentions.get(head), stage.body
    if codes := stage.nations(head):
        return [Participant(body.span(head, head + 1), None, code, "GOV") for code in codes]
    if acting and (author := _author(stage, head) or _decider(stage, head)) is not None:
        return _of_head(stage, author)
    if mention is not None and (mention.sort == "adjective" or body.deps[head] in ("amod", "compound", "nmod")):
        return (Participant(body.span(*mention.tokens), mention.name, mention.country, mention.role or "GOV"),)
    is_people = body.lower[head] in stage.words["event_agents"]
    is_event = noun_entry(stage, head) is not None and body.tags[head].startswith("NN")
    if is_event and not is_people and not stage.is_someone(head):
        deed = read_noun(stage, head)
        if deed is not None and deed.actors:
            return [one for actor in deed.actors if actor != head for one in _of_head(stage, actor)]
    found = stage.who(stage.phrase(head), head)
    if body.tags[head] == "NNS" and not any(one.name for one in found) and (examples := stage.examples(head)):
        return [one for example in examples for one in _of_head(stage, example)]
    if body.tags[head] == "PRP":
        return _of_pronoun(stage, head, found)
    if any(body.tags[c] == "PRP$" for c in body.dependents(head, "poss")) and mention is None:
        return [_owned(stage, head, one) for one in found]
    return [_native(stage, head, one) for one in _with_carrier(stage, head, found)]


def _of_pronoun(stage: Stage, head: int, found: Parties) -> Parties:
    """Whom a pronoun means; the source of the words it opens where nobody else is known, or the same, whose mention says more."""
    source = _of_source(stage, head)
    known = {one.country for one in found if one.country or one.name}
    return source if source and (not known or known == {one.country for one in source}) else found


def _owned(stage: Stage, head: int, one: Participant) -> Participant:
    """ "Its forces" where the speaker's are meant, as at the beginning of somebody's words; else whose they are is open."""
    first, end = stage.phrase(head)
    if any(t in stage.mentions for t in range(first, end)):
        return one
    pronoun = next(c for c in stage.body.dependents(head, "poss") if stage.body.tags[c] == "PRP$")
    source = _of_source(stage, pronoun, head)
    owners = source or (stage.who((pronoun, pronoun + 1), pronoun) if one.sector in _OFFICIAL else ())  # its allies are another's
    return replace(one, country=owners[0].country if len(owners) == 1 else None, name=None)


def _menaced(stage: Stage, head: int, one: Participant) -> Participant:
    """Whom a threatened deed would hit: "a raid on Ruritania"."""
    codes = {code for h in stage.governed(head, ("of", "on", "against")) for code in stage.referents.of(h)}
    return replace(one, country=codes.pop(), sector="GOV") if one.country is None and one.sector is None and len(codes) == 1 else one


def _decider(stage: Stage, head: int) -> int | None:
    """Whose decision it is: Britain's move to deport them."""
    body = stage.body
    if body.lower[head] not in stage.words["event_decisions"]:
        return None
    return next((c for c in body.dependents(head, "poss") if body.tags[c] != "PRP$"), None)


def _author(stage: Stage, head: int) -> int | None:
    """Who speaks by a paper: filed a lawsuit accusing them, issued a statement condemning it."""
    body, verb = stage.body, stage.body.heads[head]
    if body.deps[head] != "dobj" or not (body.lower[head] in stage.words["event_papers"] or stage.is_of(head, ("rockets", "weapons"))):
        return None
    holder = holder_of(body, verb)
    return holder if holder is not None and holder != head else None


def _of_source(stage: Stage, head: int, subject: int | None = None) -> Parties:
    """A pronoun in reported words that nobody else is named for: the ministry said that it had closed the border."""
    number, body = stage.floor.inside.get(head), stage.body
    if number is None or body.deps[head if subject is None else subject] not in ("nsubj", "nsubjpass") or body.quotation_of[head] >= 0:
        return ()
    said = stage.floor.said[number]
    source, opening = said.attribution.source_head, tokens_of(body, said.attribution.content[0].start, said.attribution.content[0].end)[0]
    if source is None or source == head or head - opening > _OPENING or body.sentence_of[source] != body.sentence_of[head]:
        return ()
    plural, person = body.tags[source] in ("NNS", "NNPS"), _is_person(stage, source)
    word = body.lower[head]
    is_thing = word in stage.words["pronouns_it"] and not person and not plural
    is_group = word in stage.words["pronouns_they"] and (plural or not person)
    is_human = word in stage.words["pronouns_he"] | stage.words["pronouns_she"] and not plural
    return of_speaker(stage, said, source) if is_thing or is_group or is_human else ()


def _is_person(stage: Stage, head: int) -> bool:
    mention = stage.mentions.get(head)
    return mention is not None and mention.sort == "person"


def _native(stage: Stage, head: int, one: Participant) -> Participant:
    """Forces and offices named in the words of their own state's people, without another country."""
    number = stage.floor.inside.get(head)
    speaker = stage.floor.said[number].speaker if number is not None else None
    if one.country or one.name or one.sector not in _OFFICIAL or speaker is None or speaker.role not in _OFFICIAL:
        return one
    return replace(one, country=speaker.country) if isinstance(speaker.country, str) else one


def _with_carrier(stage: Stage, head: int, found: Parties) -> Iterator[Participant]:
    """The participants; a thing that somebody did or has stands for him: "the decision by Ruritania", "the pact between A and B"."""
    if len(found) != 1 or found[0].name is not None or head in stage.mentions:
        yield from found
        return
    if several := _adjectives(stage, head):
        yield from (replace(found[0], country=code, sector=found[0].sector or "GOV") for code in several)
        return
    one = found[0]
    is_thing = one.sector is None and stage.body.tags[head] in ("NN", "NNS")
    if one.country is not None and not is_thing:
        yield one
        return
    codes = _carriers(stage, head)
    if len(codes) != 1 and not is_thing:
        codes = ()
    yield from (replace(one, country=code, sector=one.sector or "GOV") for code in codes)
    if not codes:
        yield replace(one, country=None)


def _carriers(stage: Stage, head: int) -> tuple[str, ...]:
    """The codes of those whose thing or people a noun names: the two sides, who did it, with whom it is, whose it is."""
    referents = stage.referents
    found = referents.sides(head, frozenset()) or referents.doers(head) or _partners(stage, head) or _nation(stage, head)
    return tuple(sorted(found or referents.of(head)))


def _adjectives(stage: Stage, head: int) -> tuple[str, ...]:
    """The countries of "her Danish, Czech and Latvian colleagues"."""
    body = stage.body
    words = [m for c in body.dependents(head, "amod", "compound", "nmod") for m in (c, *_beside(body, c))]
    codes = dict.fromkeys(m.country for t in words if (m := stage.mentions.get(t)) and m.country and m.sort in ("adjective", "state"))
    return tuple(code for code in codes if code) if len(codes) > 1 and body.tags[head] in ("NNS", "NNPS") else ()


def _beside(body: Body, token: int) -> tuple[int, ...]:
    return tuple(m for c in body.dependents(token, "conj") for m in (c, *_beside(body, c)))


def _partners(stage: Stage, head: int) -> frozenset[str]:
    """ "A treaty with Ruritania"."""
    return frozenset(code for h in stage.governed(head, ("with",)) for code in stage.referents.of(h))


def _nation(stage: Stage, head: int) -> frozenset[str]:
    """ "That nation": the state named last before."""
    if stage.body.lower[head] not in stage.words["country_words"]:
        return frozenset()
    before = [m for t in range(head - 1, max(head - 60, -1), -1) if (m := stage.mentions.get(t)) and m.sort == "state" and m.country]
    return frozenset(m.country for m in before[:1] if m.country)


def armed(stage: Stage, found: Parties, event: str | None) -> Parties:
    """Those who act, a state that acts by arms as its military (ruling 27)."""
    return tuple(_armed(stage, one) for one in found) if event in _ARMED else found


def _armed(stage: Stage, one: Participant) -> Participant:
    is_state = one.name is None and one.country is not None and one.sector == "GOV" and not _is_government(stage, one.span)
    return replace(one, sector="MIL") if is_state else one


def _is_government(stage: Stage, span: Span) -> bool:
    words = span.of(stage.body.text).lower().split()
    return any(word in stage.words["governments"] for word in words)


def of_speaker(stage: Stage, said: Said, head: int | None) -> Parties:
    """Those who say something, by their mention; where the mention tells no country, the speaker's."""
    source, speaker = said.attribution.source, said.speaker
    found = parties(stage, (head,) if head is not None else (), None, acting=False) if head is not None else ()
    if speaker is None:
        return found
    span = source or (found[0].span if found else None) or said.attribution.cue or said.attribution.content[0]
    known = tuple(_each(speaker, span))
    if len(known) == 1 and len(found) == 1:
        one, told = known[0], found[0]
        return (Participant(told.span, one.name or told.name, one.country or told.country, one.sector or told.sector),)
    if len(found) == len(known) > 1 and all(one.country for one in found):
        return found
    return known


def _each(speaker: Speaker, span: Span) -> Iterator[Participant]:
    names, countries = _listed(speaker.name), _listed(speaker.country)
    size = max(len(names), len(countries))
    names, countries = names + (None,) * (size - len(names)), countries + (countries[-1:] * (size - len(countries)))
    role: Role | None = speaker.role
    return (Participant(span, name, country, role) for name, country in zip(names, countries, strict=True))


def _listed(value: str | tuple[str | None, ...] | None) -> tuple[str | None, ...]:
    return value if isinstance(value, tuple) else (value,)


def _once(found: Iterable[Participant]) -> Parties:
    """Each participant once; of two mentions of one country and sector and name the first."""
    kept: dict[object, Participant] = {}
    for one in found:
        kept.setdefault((one.name, one.country, one.sector) if one.name or one.country else one.span, one)
    return tuple(kept.values())

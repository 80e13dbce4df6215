"""Who binds himself: the speaker's own side, or whom the outlet names; what somebody says another will do binds nobody."""

from collections.abc import Iterator
from functools import cache, cached_property

from communique.extract.tree import governors, own_subject, sentence
from communique.extract.undertakings import Undertaking, holder_of
from communique.lexicon import Lexicon
from communique.lexicon.inflection import forms_of
from communique.model import Body, Mention, Said, Speaker, Texts

_STATES = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO", "PRE", None})  # whose word binds their state
_ONE = ("person", "name")
Codes = tuple[str, ...]


class Cast:
    """Who is named where in a body, and who says what of it."""

    def __init__(self, body: Body, said: tuple[Said, ...], mentions: tuple[Mention, ...], lexicon: Lexicon) -> None:
        self.body = body
        self.said = said
        self.lexicon = lexicon
        self.words = lexicon.words
        self.mentions = mentions
        self.telling = telling_verbs(lexicon)
        self.by_token = {token: mention for mention in mentions for token in range(*mention.tokens)}

    @cached_property
    def surnames(self) -> dict[str, Mention | None]:
        """The person behind the last word of a name, None where two share it."""
        found: dict[str, Mention | None] = {}
        for mention in self.mentions:
            if mention.name and mention.sort in _ONE:
                known = found.setdefault(mention.name.split()[-1], mention)
                if known is not None and known.name != mention.name:
                    found[mention.name.split()[-1]] = None
        return found

    def at(self, head: int) -> Mention | None:
        """Who a noun phrase with this head names."""
        body = self.body
        is_bare = body.tags[head].startswith("NN") and not body.dependents(head, "compound")
        return self.by_token.get(head) or (self.surnames.get(body.words[head]) if is_bare else None)

    def cued_by(self, token: int) -> Said | None:
        """The statement of whose cue a word is part."""
        at = self.body.starts[token]
        return next((one for one in self.said if one.attribution.cue and one.attribution.cue.start <= at < one.attribution.cue.end), None)

    def around(self, token: int) -> Said | None:
        """The innermost statement whose content holds a word."""
        at = self.body.starts[token]
        holding = [(c.end - c.start, n) for n, one in enumerate(self.said) for c in one.attribution.content if c.start <= at < c.end]
        return self.said[min(holding)[1]] if holding else None


@cache
def telling_verbs(lexicon: Lexicon) -> frozenset[str]:
    """All forms of verbs with which somebody tells what he will do: those of speech and those that bind."""
    told = [(c.lemma, c.forms) for c in lexicon.cues if c.pos == "verb" and c.kind == "speech" and "clause" in c.frames]
    told += [(word.lemma, word.forms) for word in lexicon.commitments if word.pos == "verb" and "clause" in word.frames]
    return frozenset(form for lemma, forms in told for form in forms_of(lemma, "verb", forms))


def committers(cast: Cast, deed: Undertaking) -> tuple[Codes, Said | None]:
    """Codes or names of who binds himself, and the statement that tells it; no codes where that is not sure."""
    own, around = cast.cued_by(deed.trigger), cast.around(deed.trigger)
    is_announced = around is not None and around.attribution.cue_head == cast.body.heads[deed.trigger]
    if own is None and is_announced and deed.rule == "en.commitment.noun":
        own = around  # announced plans to ...
    if own is not None:
        found = _named(cast, deed.holder) or _sides(own.speaker)
        if _is_owner(cast.body, deed) and not set(found) <= set(_named(cast, holder_of(cast.body, cast.body.heads[deed.trigger])) or found):
            return (), own  # Rome stressed China's commitment
        teller = around if around is not own else None
        return (found if teller is None or _may_say(found, teller) else ()), own
    if deed.holder is None:
        return (), around
    if around is None:
        return _told(cast, deed, deed.holder), None
    return _said(cast, deed, deed.holder, around), around


def _is_owner(body: Body, deed: Undertaking) -> bool:
    """True where the noun of a commitment is said to be somebody's, who need not be the one that speaks of it."""
    return deed.rule == "en.commitment.noun" and deed.holder in body.dependents(deed.trigger, "poss")


def _may_say(found: Codes, around: Said) -> bool:
    """True where whoever speaks binds his own side, or only reports who bound himself."""
    return set(found) <= set(_sides(around.speaker)) or _may_tell(around.speaker)


def _said(cast: Cast, deed: Undertaking, holder: int, around: Said) -> Codes:
    """Who binds himself in reported words: the speaker's side alone, and whom an outlet or an unknown voice names by committing words."""
    is_inside = any(c.start <= cast.body.starts[holder] < c.end for c in around.attribution.content)
    is_source = holder == around.attribution.source_head and deed.rule == "en.commitment.verb"
    if not (is_inside or is_source) or around.attribution.act == "deny" or _is_supposed(cast, deed, around):
        return ()  # the parser reached over the edge of what is said, or it is said not to be so
    side = _sides(around.speaker) if around.speaker and around.speaker.role != "JRN" else ()
    if _is_first_person(cast, holder):
        return () if _is_hypothetical(cast.body, deed, holder) else side
    if cast.body.tags[holder] == "PRP":
        return side if _is_source_again(cast, holder, around) else ()
    if _is_own_side(cast, holder, around):
        return side
    found = _named(cast, holder)
    if found:
        return found if set(found) <= set(side) or (_may_tell(around.speaker) and deed.rule not in _OWN_WORDS) else ()
    return side if _is_own_institution(cast, holder) else ()


def _is_supposed(cast: Cast, deed: Undertaking, around: Said) -> bool:
    """True where the speaker tells the deed as what somebody believes, or what something means: said it meant they would leave."""
    body = cast.body
    verbs = [t for t in (deed.trigger, *governors(body, deed.trigger)) if body.tags[t].startswith("VB")]
    outer = next((body.heads[t] for t in verbs if body.deps[t] == "ccomp"), None)
    if outer is None or not any(c.start <= body.starts[outer] < c.end for c in around.attribution.content):
        return False
    return body.tags[outer].startswith("VB") and body.lower[outer] not in cast.telling


def _is_hypothetical(body: Body, deed: Undertaking, holder: int) -> bool:
    """ "We would answer differently", in the speaker's very words."""
    return body.lower[deed.trigger] == "would" and body.quotation_of[holder] >= 0


_OWN_WORDS = ("en.commitment.future", "en.commitment.clause")  # "will" said of others foretells


def _may_tell(speaker: Speaker | None) -> bool:
    """True for outlets, and for officials whose country the article does not tell."""
    return speaker is not None and (speaker.role == "JRN" or (speaker.role == "GOV" and speaker.country is None))


def _told(cast: Cast, deed: Undertaking, holder: int) -> Codes:
    """Who binds himself in the outlet's own words."""
    body = cast.body
    matrix = _matrix_verb(body, deed)
    if matrix is not None:
        teller = _named(cast, holder_of(body, matrix)) if body.lower[matrix] in cast.telling else ()
        found = _named(cast, holder) or (teller if body.tags[holder] == "PRP" else ())
        return found if teller and set(found) <= set(teller) else ()
    if body.lower[deed.trigger] in cast.words["future_past"] or body.quotation_of[deed.trigger] >= 0:
        return ()
    if _is_thing_named(cast, holder) or _is_owner(body, deed):
        return ()
    return _named(cast, holder) or (_antecedent(cast, holder) if body.tags[holder] == "PRP" else ())


def _is_thing_named(cast: Cast, head: int) -> bool:
    """True for a name of which nothing is known: a ship, a programme, a race."""
    mention = cast.at(head)
    return mention is not None and mention.role is None and mention.sort in ("name", "body")


def _matrix_verb(body: Body, deed: Undertaking) -> int | None:
    """The verb that the deed's clause completes: Moscow said it would ..."""
    line = [t for t in (deed.trigger, *governors(body, deed.trigger)) if body.tags[t].startswith("VB")]
    completing = next((t for t in line if body.deps[t] == "ccomp" or (body.deps[t] == "acl" and body.dependents(t, "mark"))), None)
    above = governors(body, completing) if completing is not None else []
    return next((t for t in above if body.tags[t].startswith("VB")), None)


def _named(cast: Cast, head: int | None) -> Codes:
    """Codes or names of those that a noun phrase names; nobody where one of them is not known."""
    if head is None:
        return ()
    found = [_code(cast, token) for token in (head, *_joined(cast.body, head))]
    if all(found):
        return tuple(dict.fromkeys(code for code in found if code))
    return _members(cast, head) if len(found) == 1 else ()  # "firms including A and B", "members A and B"


def _joined(body: Body, head: int) -> Iterator[int]:
    for child in body.dependents(head, "conj"):
        yield child
        yield from _joined(body, child)


def _code(cast: Cast, head: int) -> str | None:
    """The code, or the name, of one noun phrase."""
    mention = cast.at(head)
    if mention is not None and mention.sort != "adjective":
        return _side(mention.name, mention.country, mention.role)
    adjectives = [cast.by_token.get(c) for c in cast.body.dependents(head, "amod", "poss", "compound", "nmod")]
    codes = {m.country for m in adjectives if m and m.sort in ("adjective", "state") and m.country}
    return codes.pop() if len(codes) == 1 and _is_official(cast, head) else None


def _members(cast: Cast, head: int) -> Codes:
    """Those a group is said to include: firms including A, B and C."""
    body = cast.body
    listed = [c for p in body.dependents(head, "prep") if body.lower[p] == "including" for c in body.dependents(p, "pobj")]
    listed += body.dependents(head, "appos") if body.tags[head] == "NNS" else ()
    found = [_code(cast, t) for c in listed for t in (c, *_joined(body, c))]
    return tuple(code for code in found if code)


def _side(name: str | None, country: str | None, role: str | None) -> str | None:
    """For whom somebody binds himself: his state, or himself where no state stands behind him."""
    if role is None:
        return country or name
    return country if role in _STATES else name


def _sides(speaker: Speaker | None) -> Codes:
    """The side, or the sides, of a speaker."""
    if speaker is None:
        return ()
    names, countries = _each(speaker.name), _each(speaker.country)
    size = max(len(names), len(countries))
    pairs = zip(names * (size if len(names) == 1 else 1), countries * (size if len(countries) == 1 else 1), strict=False)
    found = [_side(name, country, speaker.role) for name, country in pairs]
    return tuple(dict.fromkeys(side for side in found if side)) if all(found) else ()


def _each(value: Texts) -> tuple[str | None, ...]:
    return value if isinstance(value, tuple) else (value,)


def _is_first_person(cast: Cast, holder: int) -> bool:
    """ "we", "our forces"."""
    body = cast.body
    owners = [body.lower[c] for c in body.dependents(holder, "poss")]
    ours = any(word in cast.words["first_person"] for word in owners) and _is_official(cast, holder)
    return ours or (body.tags[holder] == "PRP" and body.lower[holder] in cast.words["first_person"])


def _is_own_side(cast: Cast, holder: int, around: Said) -> bool:
    """True for "his country", "its army" where the pronoun can mean only the source."""
    owners = [c for c in cast.body.dependents(holder, "poss") if cast.body.tags[c] == "PRP$"]
    return _is_official(cast, holder) and any(_is_source_again(cast, owner, around) for owner in owners)


def _is_source_again(cast: Cast, holder: int, around: Said) -> bool:
    """True for a pronoun that can mean only the source: said it would, said he would."""
    body, speaker = cast.body, around.speaker
    source = around.attribution.source_head
    if speaker is None or source is None or _is_in_whole_quotation(body, holder, around) or _other_subject(cast, holder, around):
        return False
    return _agrees(cast, body.lower[holder], source, speaker)


def _agrees(cast: Cast, pronoun: str, source: int, speaker: Speaker) -> bool:
    """True where a pronoun can stand for a source."""
    body, mention = cast.body, cast.at(source)
    is_joint = isinstance(speaker.country, tuple) or isinstance(speaker.name, tuple)
    if pronoun in cast.words["pronouns_they"]:
        return is_joint or body.tags[source] in ("NNS", "NNPS") or body.lower[source] in cast.words["pronouns_they"]
    if pronoun in cast.words["pronouns_it"]:
        return not is_joint and _is_thing(cast, source, mention)
    is_name = mention is not None and mention.sort == "name"
    if pronoun not in cast.words["pronouns_he"] | cast.words["pronouns_she"]:
        return False
    return not is_joint and (is_name or not _is_thing(cast, source, mention)) and body.lower[source] not in cast.words["pronouns_it"]


def _is_thing(cast: Cast, head: int, mention: Mention | None) -> bool:
    """True for states, bodies, outlets and institutions, not for persons."""
    if mention is not None and mention.sort != "adjective":
        return mention.sort in ("state", "body", "outlet") or (mention.sort == "name" and mention.role is None)
    return cast.body.lower[head] in cast.words["pronouns_it"] or _is_institution(cast, head)


def _is_in_whole_quotation(body: Body, holder: int, around: Said) -> bool:
    """True where the speaker's very words say "he": then somebody else is meant."""
    return body.quotation_of[holder] >= 0 and around.attribution.manner == "direct"


def _other_subject(cast: Cast, holder: int, around: Said) -> bool:
    """True where another subject of the same content stands before a pronoun and could be meant."""
    body = cast.body
    first, _ = sentence(body, holder)
    pronoun = body.lower[holder]
    inside = [t for t in range(first, holder) if any(c.start <= body.starts[t] < c.end for c in around.attribution.content)]
    subjects = [t for t in inside if body.deps[t] in ("nsubj", "nsubjpass") and body.tags[t].startswith("NN")]
    is_thing = pronoun in cast.words["pronouns_it"]
    return any(_is_thing(cast, t, cast.at(t)) == is_thing and (cast.at(t) is not None or _is_official(cast, t)) for t in subjects)


def _antecedent(cast: Cast, holder: int) -> Codes:
    """Whom a pronoun at the beginning of a sentence means: the subject of the one before, where it agrees."""
    body = cast.body
    first, _ = sentence(body, holder)
    number = body.sentence_of[holder]
    if holder - first > 3 or number == 0 or body.lower[holder] in cast.words["first_person"]:
        return ()
    before = body.sentences[number - 1]
    root = next((t for t in range(*before) if body.heads[t] == t), before[0])
    subject = own_subject(body, root)
    mention = None if subject is None else cast.at(subject)
    if subject is None or mention is None or mention.sort == "adjective":
        return ()
    known = Speaker(mention.name, mention.country, mention.role)
    return _named(cast, subject) if _agrees(cast, body.lower[holder], subject, known) else ()


def _is_own_institution(cast: Cast, holder: int) -> bool:
    """True for "the government", "the army": in the words of their country's people, theirs."""
    body = cast.body
    inner = range(*body.subtree(holder))
    definite = any(body.lower[c] == "the" for c in body.dependents(holder, "det"))
    foreign = any(t in cast.by_token for t in inner)
    return definite and not foreign and _is_official(cast, holder)


def _is_official(cast: Cast, head: int) -> bool:
    """True for institutions of a state, its officers, its armed men."""
    word = cast.body.lower[head]
    names = ("institution_GOV", "institution_MIL", "institution_LEG", "institution_COP", "governments", "officials_who_commit")
    return any(word in cast.words.get(name, ()) for name in names)


def _is_institution(cast: Cast, head: int) -> bool:
    word = cast.body.lower[head]
    return any(word in words for name, words in cast.words.items() if name.startswith("institution_") or name == "governments")

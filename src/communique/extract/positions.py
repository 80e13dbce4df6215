"""Where holders stand on issues, and on what grounds: stance words in the text, each followed to the thing judged and to whose stance it is."""

from collections.abc import Iterator
from math import prod
from typing import NamedTuple

from communique.extract.grounds import Link, further_verdicts, named_as, reasons_near, said_of, tidy
from communique.extract.holders import Cast, Floor, Holder, cast_of, floor_of, holder_at, holder_of
from communique.extract.issues import Named, alias_ends, codes_in, fullest, known_issue, phrase_of, plain_words
from communique.extract.moods import is_open
from communique.extract.stance import Judged, is_negated, judged, proposal
from communique.extract.stance_words import Stancer, clauses_of, is_passive, stancers, subject_of
from communique.extract.tree import governors, hull, own_subject, paragraph, sentence
from communique.lexicon import Lexicon
from communique.model import Article, Body, Mention, Position, Range, Said, Stance

_EMPTY = frozenset({"it", "this", "that", "them", "these", "those", "which", "what", "who", "him", "her", "us", "me", "you", "everything",
                    "something", "anything", "nothing", "one", "ones", "so", "such"})  # fmt: skip


class Reading(NamedTuple):
    """One sign of a stance: the holder, the thing judged, the tokens that show it, the statement it stands in, the case of its rule."""

    holder: Holder
    judged: Judged
    evidence: Range
    statement: int | None
    case: str
    confidence: float
    prefix: str | None = None
    verb: int | None = None  # of a verdict
    word: int | None = None  # the verdict itself


class Stage(NamedTuple):
    """What all steps look at; `settled` are the heads of phrases about issues with a settled name."""

    body: Body
    found: dict[int, Stancer]
    floor: Floor
    cast: Cast
    lexicon: Lexicon
    settled: tuple[int, ...] = ()

    @property
    def verdicts(self) -> frozenset[int]:
        """The tokens at which verdicts stand."""
        return frozenset(t for t, one in self.found.items() if one.word.effect in ("good", "bad"))


Group = list[tuple[Reading, Named]]


def find_positions(
    article: Article, body: Body, said: tuple[Said, ...], mentions: tuple[Mention, ...], lexicon: Lexicon
) -> tuple[Position, ...]:
    """The positions an article reports, in the order of their evidence, without ids: one for each holder and issue."""
    stage = Stage(body, stancers(body, lexicon), floor_of(body, said), cast_of(mentions, lexicon), lexicon)
    stage = stage._replace(settled=_settled(stage))
    named = _referred(stage, [(reading, name) for reading in readings(stage) if (name := _named(stage, reading)) is not None])
    groups = _together(_lifting(named))
    return tuple(_position(stage, group, groups) for group in groups)


def _settled(stage: Stage) -> tuple[int, ...]:
    """Heads of phrases about issues with a settled name."""
    body, ends = stage.body, alias_ends(stage.lexicon)
    return tuple(t for t, word in enumerate(body.lower) if word in ends and body.tags[t][:2] == "NN" and _settled_name(stage, t) is not None)


def readings(stage: Stage) -> Iterator[Reading]:
    """Every sign of a stance with a known holder."""
    for token, stancer in stage.found.items():
        effect, number = stancer.word.effect, stage.floor.inside.get(token)
        if number is not None and stage.floor.said[number].attribution.lemma in stage.lexicon.words["stance_doubts"]:
            continue
        if effect in ("for", "against", "refuses"):
            yield from _attitude(stage, token, stancer)
        elif effect in ("good", "bad"):
            yield from _verdict(stage, token, stancer)
        elif stancer.word.pos == "verb":
            yield from _modal(stage, token, stancer)


def _attitude(stage: Stage, token: int, stancer: Stancer) -> Iterator[Reading]:
    body, found = stage.body, stage.found
    number, verb = _cued(stage, stancer), _verb_of(body, stancer)
    if stancer.word.pos == "adjective" and not _is_predicate(stage, stancer, verb):
        return
    if is_open(body, verb, stage.lexicon.words, _reach(stage, token)):
        return
    denied = is_negated(body, verb) or is_negated(body, token)
    if denied and stancer.word.denied == "nothing":
        return
    start = _start(stage, stancer, number)
    holder, statement = _holder(stage, verb, stancer, number)
    if start is None or not holder:
        return
    sign = (-1 if denied else 1) * stancer.turn
    thing = judged(body, found, start, sign)
    far = _deeper(stage, stancer, thing, sign)
    if far is not None:
        yield Reading(holder, far, _evidence(body, (min(token, verb), stancer.last + 1), (far.head, far.head + 1)), statement, "within", 0.5)
        return
    if thing is not None and not _is_empty(body, thing.head) and not _is_silence(stage, stancer, start, thing):
        evidence = _evidence(body, (min(token, verb), stancer.last + 1), phrase_of(body, thing.head))
        yield Reading(holder, thing, evidence, statement, stancer.word.case or "attitude", 0.8 if number is not None else 0.7, stancer.word.named)


def _cued(stage: Stage, stancer: Stancer) -> int | None:
    """Number of the statement the word opens, itself or as the object of its cue: stressed [the need for]."""
    cued, body = stage.floor.cued, stage.body
    if stancer.word.case == "stress":
        return cued.get(body.heads[stancer.head]) if body.deps[stancer.head] == "dobj" else None
    return cued.get(stancer.head)


def _is_predicate(stage: Stage, stancer: Stancer, verb: int) -> bool:
    """True for "is opposed to", not for "a war against"."""
    body, words = stage.body, stage.lexicon.words
    passive = bool(body.dependents(stancer.head, "auxpass"))
    held = body.lower[body.heads[stancer.head]] in words["stance_positions"]
    return passive or held or (verb != stancer.head and body.lower[verb] in words["stance_copulas"])


def _reach(stage: Stage, token: int) -> Range | None:
    """The part of a statement's content a token stands in; None outside."""
    number = stage.floor.inside.get(token)
    return None if number is None else next(((a, b) for a, b in stage.floor.ranges[number] if a <= token < b), None)


def _deeper(stage: Stage, stancer: Stancer, thing: Judged | None, sign: int) -> Judged | None:
    """A settled issue deeper in what a stance word takes, turned by every word on the way: urged them to act by [lifting] the embargo."""
    body, trigger = stage.body, stancer.head
    verb = _verb_of(body, stancer)
    near = next((h for h in stage.settled if trigger < h <= body.rights[verb]), None)
    above = governors(body, near) if near is not None else []
    if near is None or verb not in above or (thing is not None and thing.head in stage.settled):
        return None
    way = [t for t in above[: above.index(verb)] if t != trigger]
    if any(_is_barred(stage, t) for t in way):
        return None
    turns = [stage.found[t].turn for t in way if t in stage.found]
    return Judged(near, sign * prod(turns)) if any(turn < 0 for turn in turns) else None


def _is_barred(stage: Stage, token: int) -> bool:
    """True on the way for the stance of somebody else, a condition, a negation, a struggle against."""
    body, stancer = stage.body, stage.found.get(token)
    attitude = stancer is not None and stancer.word.effect in ("for", "against")
    others = attitude and stancer is not None and (stancer.word.pos == "adjective" or own_subject(body, token) is not None)
    supposed = any(body.lower[c] in ("if", "unless", "until") for c in body.children[token])
    return others or supposed or (body.tags[token].startswith("VB") and is_negated(body, token))


def _verb_of(body: Body, stancer: Stancer) -> int:
    """The verb that carries tense and negation: of "is opposed to" the copula."""
    head = body.heads[stancer.head]
    return head if stancer.word.pos == "adjective" and body.tags[head].startswith("VB") else stancer.head


def _is_silence(stage: Stage, stancer: Stancer, start: int, thing: Judged) -> bool:
    """ "declined to comment", "rejected the claim"; an offer is one of talks."""
    body, words = stage.body, stage.lexicon.words
    if stancer.word.case == "offer":
        return words["stance_talks"].isdisjoint(body.lower[slice(*phrase_of(body, thing.head))])
    if stancer.word.case == "wish" and thing.head == start:
        return True
    if stancer.word.case == "leaving":
        return body.lower[thing.head] not in words["stance_pacts"]
    if _is_praised(stage, stancer, thing.head):
        return True
    silent = body.tags[thing.head].startswith("VB") and body.lower[thing.head] in words["stance_sayings"]
    return silent or body.lower[thing.head] in words["stance_claims"]


def _is_praised(stage: Stage, stancer: Stancer, head: int) -> bool:
    """True for people, and for states and bodies that are merely praised or blamed: no issue."""
    named = stage.cast.at.get(head)
    if named is None or head != named.tokens[1] - 1:
        return False
    courtesy = stancer.word.denied == "nothing" and stancer.word.case == "attitude"
    praised = ("state", "body") if stancer.word.effect == "for" else ("state",)
    return named.sort in ("person", "people") or (courtesy and named.sort in praised)


def _start(stage: Stage, stancer: Stancer, number: int | None) -> int | None:
    """Where the thing judged begins: what the word takes, else the content of the statement it opens."""
    start = proposal(stage.body, stancer)
    if start is not None or number is None:
        return start
    first, end = stage.floor.ranges[number][0]
    roots = [t for t in range(first, end) if not first <= stage.body.heads[t] < end or stage.body.heads[t] == t]
    return next(iter(roots), None) if "object" in stancer.word.takes else None


def _holder(stage: Stage, verb: int, stancer: Stancer, number: int | None) -> tuple[Holder, int | None]:
    """Whose stance it is, and the statement that carries it."""
    floor, body = stage.floor, stage.body
    told = holder_of(floor.said[number].speaker) if number is not None else ()
    if told:
        return told, number
    inside = floor.inside.get(stancer.head)
    ways = {"noun": lambda: _owner(body, stancer), "verb": lambda: subject_of(body, verb), "adjective": lambda: _who_is(body, stancer, verb)}
    subject = ways[stancer.word.pos]()
    if subject is None:
        return (), None
    if inside is None or _is_aside(stage, verb, inside):
        return holder_at(body, stage.cast, subject), None
    speaker = holder_of(floor.said[inside].speaker)
    return (speaker, inside) if _is_own(stage, subject, speaker, inside) else ((), None)


def _is_aside(stage: Stage, verb: int, number: int) -> bool:
    """True for a relative clause that describes what somebody is for or against: backs the reform, which [Ruritania opposes]."""
    said = stage.floor.said[number].attribution
    cue = stage.found.get(said.cue_head) if said.cue_head is not None else None
    return stage.body.deps[verb] == "relcl" and said.manner == "indirect" and cue is not None and cue.word.effect in ("for", "against")


def _who_is(body: Body, stancer: Stancer, verb: int) -> int | None:
    """Who is for or against: the subject of the copula; of "its position against" the owner."""
    head = body.heads[stancer.head]
    return _owner(body, stancer._replace(head=head)) if body.tags[head].startswith("NN") else own_subject(body, verb)


def _owner(body: Body, stancer: Stancer) -> int | None:
    """Whose call, rejection, support it is: "its", "Moscow's", or the subject of the verb whose object it is."""
    if stancer.word.case == "side":
        return _sided(body, stancer.head)
    owner, verb = next(iter(body.dependents(stancer.head, "poss")), None), body.heads[stancer.head]
    expressed = body.deps[stancer.head] == "dobj" and body.tags[verb].startswith("VB")
    subject = subject_of(body, verb) if expressed else None
    return subject if owner is None or (body.tags[owner] == "PRP$" and subject is not None) else owner


def _sided(body: Body, noun: int) -> int | None:
    """Who is a critic or supporter: the subject of "is one of the critics", the name it is set beside."""
    while body.deps[noun] in ("pobj", "prep"):
        noun = body.heads[noun]
    return body.heads[noun] if body.deps[noun] == "appos" else own_subject(body, body.heads[noun]) if body.deps[noun] == "attr" else None


def _is_own(stage: Stage, subject: int, speaker: Holder, number: int) -> bool:
    """True where a subject inside somebody's words is the speaker: "we", "our country", the country by name, "it" in reported words."""
    body, words = stage.body, stage.lexicon.words
    if body.lower[subject] in words["first_person"]:
        return True
    if any(body.lower[c] in words["first_person"] for c in body.dependents(subject, "poss")):
        return _is_side(stage, subject)
    owned = any(body.tags[c] == "PRP$" for c in body.dependents(subject, "poss"))
    if owned and stage.floor.said[number].attribution.manner != "direct" and body.quotation_of[subject] < 0:
        return _is_side(stage, subject) and _is_first(stage, subject, number)  # his country
    if body.lower[subject] in words["pronouns"]:
        return stage.floor.said[number].attribution.manner != "direct" and body.quotation_of[subject] < 0 and _is_first(stage, subject, number)
    return bool(speaker) and holder_at(body, stage.cast, subject) == speaker


def _is_side(stage: Stage, noun: int) -> bool:
    """ "Our country", "his government"."""
    word = stage.body.lower[noun]
    return word in stage.cast.governments or word in stage.lexicon.words["stance_own"]


def _is_first(stage: Stage, subject: int, number: int) -> bool:
    """True for a pronoun before which no other is spoken of in the content."""
    first, _ = stage.floor.ranges[number][0]
    return not any(t in stage.cast.at and stage.cast.at[t].sort != "adjective" for t in range(first, subject))


def _verdict(stage: Stage, token: int, stancer: Stancer) -> Iterator[Reading]:
    """ "The embargo is illegal", "a violation of", "called the raid a crime": said of a thing by whoever speaks."""
    body, number = stage.body, stage.floor.inside.get(token)
    if number is None:
        return
    if body.deps[token] in ("amod", "conj") and stancer.word.effect == "bad" and body.tags[token].startswith(("JJ", "VB")):
        yield from _described(stage, token, number)
    adjective = stancer.word.pos == "adjective" and bool(body.dependents(token, "auxpass"))  # "was justified"
    verb, subject = (token, own_subject(body, token)) if adjective else _judged_subject(stage, _predicate(body, stancer))
    subject = _small_subject(stage, number, token) if subject is None else subject
    holder = holder_of(stage.floor.said[number].speaker)
    if subject is None or not holder or is_open(body, verb, stage.lexicon.words, _reach(stage, token), prescribes=True):
        return
    if body.lower[subject] == "it":
        subject = next((c for t in (token, verb) for c in clauses_of(body, t)), subject)
    elif stancer.word.case == "must":
        return
    denied = is_negated(body, verb)
    if (denied and stancer.word.denied == "nothing") or _is_no_issue(stage, subject):
        return
    thing = judged(body, stage.found, subject, stancer.turn * (-1 if denied else 1))
    if thing is not None:
        evidence = _evidence(body, hull(((verb, verb + 1), (token, stancer.last + 1))), phrase_of(body, thing.head))
        yield Reading(holder, thing, evidence, number, stancer.word.case or "verdict", 0.6, verb=verb, word=token)


def _described(stage: Stage, token: int, number: int) -> Iterator[Reading]:
    """ "The unjust embargo": an adjective before the name of a settled issue."""
    body = stage.body
    while body.deps[token] == "conj" and body.tags[body.heads[token]].startswith("JJ"):
        token = body.heads[token]
    head = body.heads[token]
    holder = holder_of(stage.floor.said[number].speaker)
    if body.deps[token] == "amod" and holder and not is_open(body, head, stage.lexicon.words, _reach(stage, token), prescribes=True):
        reading = Reading(holder, Judged(head, -1), (token, head + 1), number, "described", 0.5)
        name = _named(stage, reading)
        if name is not None and name.known:
            yield reading


def _modal(stage: Stage, token: int, stancer: Stancer) -> Iterator[Reading]:
    """What must or should be, and what the speaker's side will not do: must [be lifted], will not [lift]."""
    body, number = stage.body, stage.floor.inside.get(token)
    auxiliaries = (token, *body.dependents(token, "auxpass"))
    modals = {body.lower[c] for a in auxiliaries for c in body.dependents(a, "aux") if body.tags[c] == "MD"}
    words = stage.lexicon.words
    subject = own_subject(body, token)
    if number is None or not modals or subject is None or is_open(body, token, words, _reach(stage, token), prescribes=True):
        return
    holder = holder_of(stage.floor.said[number].speaker)
    refuses = bool(modals & words["stance_intentions"]) and is_negated(body, token) and _is_own(stage, subject, holder, number)
    prescribes = bool(modals & words["stance_modals"]) and body.lower[subject] not in words["first_person"]
    thing = judged(body, stage.found, token, 1) if holder and (refuses or prescribes) else None
    named = bool(body.dependents(token, "acomp", "oprd"))  # "should be held responsible"
    if thing is not None and thing.head != token and not named and not _is_no_issue(stage, thing.head):
        evidence = _evidence(body, (token, stancer.last + 1), phrase_of(body, thing.head))
        yield Reading(holder, thing, evidence, number, "refusal" if refuses else "must", 0.6)


def _predicate(body: Body, stancer: Stancer) -> int:
    """The head of the predicate a verdict belongs to: a vital [step], illegal and [void]. "A legal question" is no verdict."""
    token = stancer.head
    describes = stancer.word.effect == "bad" or stancer.last > token
    labels = ("amod", "compound", "nmod") if describes else ()
    while body.deps[token] in ("conj", *labels) and body.heads[token] != token:
        token = body.heads[token]
    of = body.heads[token]
    if body.deps[token] == "pobj" and body.lower[of] == "of":  # of concern, a matter of concern
        return body.heads[of] if body.deps[body.heads[of]] == "attr" else of
    return token


def _judged_subject(stage: Stage, token: int) -> tuple[int, int | None]:
    """The verb of a verdict and what it is passed on: the subject of its copula; of "called the raid a crime" the object."""
    body, label, verb = stage.body, stage.body.deps[token], stage.body.heads[token]
    if body.tags[token].startswith("VB") and label not in ("oprd", "acomp"):
        return token, None if is_passive(body, token) else own_subject(body, token)
    before = body.lefts[token]
    if "as" in (body.lower[before], body.lower[before - 1]):
        verb = body.heads[verb] if body.lower[verb] == "as" else verb
        verb = body.heads[verb] if body.tags[verb].startswith("NN") else verb
        label = "oprd"
    deems = verb in stage.floor.cued or body.lower[verb] in stage.lexicon.words["stance_deeming"]
    if label == "oprd" and deems:
        return verb, next((c for c in body.dependents(verb, "dobj", "nsubjpass") if c < token), None)
    if label == "ccomp" and deems:
        return verb, own_subject(body, token)
    joined = label in ("acomp", "attr", "dobj", "prep", "oprd") and body.lower[verb] in stage.lexicon.words["stance_copulas"]
    return verb, own_subject(body, verb) if joined else None


def _small_subject(stage: Stage, number: int, token: int) -> int | None:
    """The thing in a content without a verb that gives it a name: called [the pact null and void]."""
    body, (first, end) = stage.body, stage.floor.ranges[number][0]
    if stage.floor.said[number].attribution.kind != "speech" or any(body.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(first, end)):
        return None
    head = next((t for t in range(first, min(token, end)) if body.tags[t].startswith("NN") and body.deps[t] != "compound"), None)
    describes = body.deps[token] in ("amod", "compound") and head is not None and body.heads[token] == head
    return None if describes or body.deps[token] in ("amod", "compound", "pobj") else head


def _is_no_issue(stage: Stage, head: int) -> bool:
    """True for pronouns, people and states, claims, and "these actions"."""
    body = stage.body
    pointed = any(body.lower[c] in ("this", "these", "those", "such") for c in body.dependents(head, "det", "amod")) and len(body.children[head]) < 2
    return _is_empty(body, head) or head in stage.cast.at or body.lower[head] in stage.lexicon.words["stance_claims"] or pointed


def _is_empty(body: Body, head: int) -> bool:
    return body.lower[head] in _EMPTY or body.tags[head] in ("PRP", "WDT", "WP", "EX", "CD")


def _evidence(body: Body, trigger: Range, phrase: Range) -> Range:
    """The shortest stretch with the word and the thing judged, in one sentence."""
    first, end = hull((trigger, phrase))
    low, high = sentence(body, trigger[0])
    return max(first, low), min(end, high)


def _named(stage: Stage, reading: Reading) -> Named | None:
    """The name of the issue a reading is about: a settled one, else the phrase itself, or the fullest with the same head."""
    body, cast, head = stage.body, stage.cast, reading.judged.head
    span = phrase_of(body, head)
    others = list(fullest(body, cast, head))
    known = _settled_name(stage, head)
    if known is not None:
        return Named(known, frozenset({known}), True, span)
    words = _phrase_words(stage, reading, span, others)
    key = _key(stage, span) or frozenset(w.lower() for w in words)
    return Named(" ".join(words), key, False, span) if words else None


def _settled_name(stage: Stage, head: int) -> str | None:
    """The settled name of what a phrase is about: by its own words, those around it, or those of a fuller phrase elsewhere."""
    body, cast = stage.body, stage.cast
    for phrase in (phrase_of(body, head), *fullest(body, cast, head)):
        for near in (sentence(body, phrase[0]), _around(body, phrase[0])):
            known = known_issue(body, cast, head, phrase, near, stage.lexicon)
            if known is not None:
                return known.issue
    return None


def _around(body: Body, token: int) -> Range:
    """The sentence of a token with the one before and the one after it in the same paragraph."""
    number, (low, high) = body.sentence_of[token], paragraph(body, token)
    return max(low, body.sentences[max(number - 1, 0)][0]), min(high, body.sentences[min(number + 1, len(body.sentences) - 1)][1])


def _phrase_words(stage: Stage, reading: Reading, span: Range, others: list[Range]) -> tuple[str, ...]:
    """The words of the phrase judged, of the fullest like it where it names nobody, of all that hangs on it where it tells little."""
    body, head = stage.body, reading.judged.head
    if others and not codes_in(stage.cast, span):
        return plain_words(body, stage.cast, others[0], stage.lexicon)
    words = plain_words(body, stage.cast, span, stage.lexicon)
    if reading.prefix and len(words) <= 2:
        return (*reading.prefix.split(), *words)
    vague = len(words) < 2 or (len(words) < 3 and head in stage.found)
    return plain_words(body, stage.cast, (span[0], body.rights[head] + 1), stage.lexicon) if vague else words


def _key(stage: Stage, span: Range) -> frozenset[str]:
    """The words of a phrase that tell it from others: no names of states, no short words."""
    return frozenset(stage.body.lower[t] for t in range(*span) if t not in stage.cast.at and stage.body.tags[t][:2] in ("NN", "VB", "JJ"))


def _referred(stage: Stage, named: Group) -> Group:
    """Where a stance is on "the move", "this decision", the issue of the reading right before it, turned as that was."""
    body, found = stage.body, list[tuple[Reading, Named]]()
    for reading, name in sorted(named, key=lambda pair: pair[0].evidence):
        head, before = reading.judged.head, found[-1] if found else None
        vague = head in stage.found and stage.found[head].word.effect == "carries" and len(name.key) < 2
        if before and vague and 0 <= body.sentence_of[head] - body.sentence_of[before[0].evidence[0]] <= 1 and before[0].holder != reading.holder:
            turned = before[0].judged._replace(sign=before[0].judged.sign * reading.judged.sign)
            reading, name = reading._replace(judged=turned), before[1]
        found.append((reading, name))
    return found


def _lifting(named: Group) -> Group:
    """Where several speak of lifting a measure, or one refuses to, the issue is the lifting, for all who judge the measure."""
    lifted = [pair for pair in named if pair[0].judged.lifted and not pair[1].known]
    holders = {pair[0].holder for pair in lifted}
    if len(holders) < 2 and not any(reading.case == "refusal" for reading, _ in lifted):
        return named
    keys = frozenset[str]().union(*(name.key for _, name in lifted))
    full = max((name for _, name in lifted), key=lambda name: len(name.name))
    return [_as_lifting(*pair, full) if not pair[1].known and pair[1].key & keys else pair for pair in named]


def _as_lifting(reading: Reading, name: Named, full: Named) -> tuple[Reading, Named]:
    """The reading turned round, under the fullest name where its own says no more than "the ban"."""
    turned = reading.judged._replace(sign=-reading.judged.sign)
    best = full if len(name.name.split()) < 2 else name
    return reading._replace(judged=turned), best._replace(name=f"lifting of {best.name}")


def _together(named: list[tuple[Reading, Named]]) -> list[Group]:
    """Readings of one holder on one issue, put together; the strongest first."""
    groups: list[Group] = []
    for one in sorted(named, key=lambda pair: pair[0].evidence):
        group = next((g for g in groups if _is_same(g[0], one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return [sorted(group, key=lambda pair: (-pair[0].confidence, pair[0].evidence)) for group in groups]


def _is_same(a: tuple[Reading, Named], b: tuple[Reading, Named]) -> bool:
    """True for one holder and one issue, by its name or by half of the words that tell it."""
    if a[0].holder != b[0].holder:
        return False
    shared = len(a[1].key & b[1].key)
    alike = 2 * shared >= min(len(a[1].key), len(b[1].key)) > 0
    return a[1].name == b[1].name or (alike and a[0].judged.sign == b[0].judged.sign)


def _position(stage: Stage, group: Group, groups: list[Group]) -> Position:
    body, (first, name) = stage.body, group[0]
    signs = {reading.judged.sign for reading, _ in group if reading.confidence >= first.confidence - 0.1}
    stance: Stance = "mixed" if len(signs) > 1 else "support" if first.judged.sign > 0 else "oppose"
    grounds = _grounds(stage, group, groups)
    statement = None if first.statement is None else stage.floor.said[first.statement].id
    return Position(
        id="", holder=first.holder, issue=name.name, stance=stance, evidence=body.span(*first.evidence),
        grounds=tuple(body.span(*g) for g in tidy(body, grounds)), statement=statement,
        rule=f"en.stance.{first.case}", confidence=first.confidence,
    )  # fmt: skip




def _grounds(stage: Stage, group: Group, groups: list[Group]) -> Iterator[Range]:
    """The reasons given with any reading of a position, and what its holder says of the thing judged in other statements."""
    body, (first, name) = stage.body, group[0]
    shown = [(reading.evidence[0], reading.statement) for other in groups for reading, _ in other if reading.holder == first.holder]
    until = min((start for start, _ in shown if start >= first.evidence[1]), default=len(body))
    numbers = {number for _, number in shown}
    alone = sum(other[0][0].holder == first.holder for other in groups) == 1
    mine = [n for n, one in enumerate(stage.floor.said) if n not in numbers and holder_of(one.speaker) == first.holder]
    names = frozenset(body.lower[t] for _, one in group for t in range(*one.range) if t in stage.cast.at)
    for reading, _ in group:
        yield from _beside(stage, reading)
    yield from said_of(body, stage.floor, mine, Link(first.evidence, name.key, names, until, alone))


def _beside(stage: Stage, reading: Reading) -> Iterator[Range]:
    """The reasons that stand with a reading: clauses, names it gives the thing, the law it sees broken, further verdicts."""
    body = stage.body
    yield from reasons_near(body, reading.evidence, stage.verdicts)
    yield from named_as(body, (t for t in range(*reading.evidence) if t in stage.found))
    if reading.verb is not None:
        if reading.case == "law":
            yield reading.word or reading.verb, body.rights[reading.word or reading.verb] + 1
        yield from further_verdicts(body, reading.verb, reading.verb)

"""Who "he", "she", "they", "it" and "I" are: the nearest sentence before that has somebody who fits decides, and only if one does.

What stands in the content of a statement is its speaker's talk of others and never decides about a pronoun outside it.
"""

from communique.model import Range
from communique.resolve.actors import Actor
from communique.resolve.settle import settle
from communique.resolve.sources import Part, parts_between, read_part
from communique.resolve.story import Actors, Antecedent, Story, is_thing

_SUBJECTS = ("nsubj", "nsubjpass")
_SENTENCES_BACK = 3
NO_ONE = Antecedent((), "")


def pronoun(story: Story, part: Part, number: int) -> Antecedent:
    """Whom the pronoun of a statement's source means; nobody where that is open."""
    is_in, token, parent = story.cast.marked.is_in, part.head, story.found[number].parent
    if is_in(token, "first_person"):
        return Antecedent(() if parent is None else story.given.get(parent, ()), "pronoun-quoted")
    if is_in(token, "pronouns_he"):
        return human(story, token, number, "m")
    if is_in(token, "pronouns_she"):
        return human(story, token, number, "f")
    if is_in(token, "pronouns_they"):
        return _several(story, token, number)
    if is_in(token, "pronouns_it"):
        return Antecedent(_thing(story, token, parent), "pronoun-thing")
    return NO_ONE


def _ranges_before(story: Story, token: int) -> list[Range]:
    """The token's sentence up to it, then the sentences before, the nearest first, as far as a pronoun reaches."""
    body = story.cast.marked.body
    number = body.sentence_of[token]
    before = [body.sentences[n] for n in range(number - 1, max(-1, number - 1 - _SENTENCES_BACK), -1)]
    return [(body.sentences[number][0], token), *(r for r in before if story.is_near(r[0], token))]


def human(story: Story, token: int, number: int, sex: str) -> Antecedent:
    """He or she."""
    if token not in story.pronouns:
        story.pronouns[token] = NO_ONE
        for distance, (first, end) in enumerate(_ranges_before(story, token)):
            found = _human_in(story, (first, end), number, sex, distance)
            if found is not None:
                story.pronouns[token] = found
                break
    return story.pronouns[token]


def _human_in(story: Story, where: Range, number: int, sex: str, distance: int) -> Antecedent | None:
    """Whom a pronoun means by one sentence: its speaker, its subject, else, right before, the one who is named; None: look on."""
    turns = story.turns_in(*where, number)
    if any(not turn.actors for turn in turns):
        return NO_ONE
    spoke = {turn.person: (turn.at, turn.at + 1) for turn in turns if turn.person and _may_be(turn.person, sex)}
    if spoke:
        return _only(spoke, "pronoun-speaker")
    subjects = _human_subjects(story, *where, number, sex)
    if subjects:
        return _only(_main_subjects(story, subjects), "pronoun-subject")
    others = _bystanders(story, *where, number, sex) if distance == 1 else {}
    return _only(others, "pronoun-named") if others else None


def _only(fits: dict[Actor, Range], case: str) -> Antecedent:
    """The one who fits, with the mention that shows it; no one where several fit."""
    return Antecedent(tuple(fits), case, next(iter(fits.values()))) if len(fits) == 1 else NO_ONE


def _may_be(actor: Actor, sex: str) -> bool:
    """True unless the article shows the actor to be of the other sex or no single person."""
    return actor.is_person and actor.about.sex in (None, sex)


def _is_human(story: Story, actor: Actor, sex: str) -> bool:
    """True for a person, a name of several words, or one who has spoken: "Snow fell" is about nobody."""
    sure = actor.sort == "person" or " " in (actor.name or "") or any(turn.person == actor for turn in story.turns)
    return sure and _may_be(actor, sex)


def _human_subjects(story: Story, first: int, end: int, number: int, sex: str) -> dict[Actor, Range]:
    """Persons who are the subject of a clause of a range, by name or by a pronoun that is clear itself, and where."""
    body, persons, pronouns = story.cast.marked.body, story.cast.persons, "pronouns_he" if sex == "m" else "pronouns_she"
    found: dict[Actor, Range] = {}
    for named in persons.named_in(first, end):
        actor = persons.by_token.get(named.name[0])
        is_subject = any(body.deps[i] in _SUBJECTS for i in range(*named.name))
        if actor and is_subject and _is_human(story, actor, sex) and story.is_visible(named.name[0], number):
            found[actor] = named.name
    for i in range(first, end):
        if body.deps[i] in _SUBJECTS and story.cast.marked.is_in(i, pronouns) and story.is_visible(i, number):
            found |= dict.fromkeys(human(story, i, number, sex).actors, (i, i + 1))
    return found


def _main_subjects(story: Story, subjects: dict[Actor, Range]) -> dict[Actor, Range]:
    """Of several subjects those of a main clause; all where none stands there."""
    heads, deps = story.cast.marked.body.heads, story.cast.marked.body.deps
    main = {a: where for a, where in subjects.items() if any(deps[i] in _SUBJECTS and _is_root(heads, heads[i]) for i in range(*where))}
    return main or subjects


def _is_root(heads: tuple[int, ...], token: int) -> bool:
    return heads[token] == token


def _bystanders(story: Story, first: int, end: int, number: int, sex: str) -> dict[Actor, Range]:
    """Persons of a sentence that has no person for its subject: "N. N.'s arrival was announced"."""
    named = [n for n in story.cast.persons.named_in(first, end) if story.is_visible(n.name[0], number)]
    actors = {actor: n.name for n in reversed(named) if (actor := story.cast.persons.by_token.get(n.name[0]))}
    return {actor: where for actor, where in actors.items() if actor.sort == "person" and _may_be(actor, sex)}


def _several(story: Story, token: int, number: int) -> Antecedent:
    """They: those of the nearest sentence who spoke together or are its plural subject."""
    for first, end in _ranges_before(story, token):
        spoke = {t.actors: (t.at, t.at + 1) for t in story.turns_in(first, end, number) if _is_several(t.actors)}
        found = spoke or _plural_subjects(story, first, end, number)
        if found:
            actors, where = next(iter(found.items()))
            return Antecedent(actors, "pronoun-speaker" if spoke else "pronoun-subject", where) if len(found) == 1 else NO_ONE
    return NO_ONE


def _is_several(actors: Actors) -> bool:
    return len(actors) > 1 or any(actor.about.plural or actor.sort in ("body", "state") for actor in actors)


def _plural_subjects(story: Story, first: int, end: int, number: int) -> dict[Actors, Range]:
    """Whom the plural subjects of a range mean, and where they stand."""
    marked = story.cast.marked
    body, found = marked.body, {}
    for i in range(first, end):
        if body.deps[i] not in _SUBJECTS or not story.is_visible(i, number) or body.rights[i] >= end:
            continue
        several = body.tags[i] in ("NNS", "NNPS") or bool(body.dependents(i, "conj"))
        if several and body.tags[i][:2] == "NN":
            parts = parts_between(story.cast, body.lefts[i], body.rights[i] + 1, i)
            groups = [settle(story, read_part(story.cast, part), None)[0] for part in parts]
            actors = tuple(actor for group in groups for actor in group) if all(groups) else ()
            if _is_several(actors):
                found[actors] = body.subtree(i)
    return found


def _thing(story: Story, token: int, parent: int | None) -> Actors:
    """It: the state, body or outlet that spoke last, else the only subject of the sentence before; nobody if another came since."""
    body = story.cast.marked.body
    turn = story.last_turn(token, parent)
    spoke = turn.actors if turn and len(turn.actors) == 1 and is_thing(turn.actors[0]) else ()
    since = turn.at if turn and spoke else body.sentences[max(0, body.sentence_of[token] - 1)][0]
    subjects = {actor.name or actor.country: actor for actor in _things(story, since, token)}
    if not spoke:
        return tuple(subjects.values()) if len(subjects) == 1 else ()
    return spoke if not subjects.keys() - {spoke[0].name, spoke[0].country} else ()


def _things(story: Story, first: int, end: int) -> list[Actor]:
    """States, bodies and outlets that are the subject of a clause in a range."""
    body, found = story.cast.marked.body, []
    for i in range(first, end):
        if body.deps[i] in _SUBJECTS and body.tags[i][:3] == "NNP" and body.quotation_of[i] < 0:
            actor = read_part(story.cast, Part(max(body.lefts[i], first), i + 1, i)).actor
            if actor and is_thing(actor):
                found.append(actor)
    return found

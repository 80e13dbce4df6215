"""The deeds of a body by its verbs, adjectives and nouns, before anyone asks for their sides; one act told by two words is one deed."""

from collections.abc import Iterator

from communique.extract.events.deeds import Deed
from communique.extract.events.means import by_means
from communique.extract.events.nominal import read_noun
from communique.extract.events.stage import Stage
from communique.extract.events.verbal import read_adjective, read_verb

_HURT = "180"  # CAMEO of being killed or wounded, by whatever means


def read_deeds(stage: Stage) -> tuple[Deed, ...]:
    """The deeds of a body; what one has used up codes nothing more."""
    used: set[int] = set()
    deeds: list[Deed] = []
    for read in (_verbs, _nouns):
        for deed in read(stage, used):
            if not _tells_again(stage, deed):
                used.update(deed.used)
                deeds.append(_by_raid(stage, deed))
    return tuple(by_means(stage, deed) for deed in _one_act(stage, deeds))


def _verbs(stage: Stage, used: set[int]) -> Iterator[Deed]:
    body = stage.body
    for token, tag in enumerate(body.tags):
        if token in used:
            continue
        if tag.startswith("VB"):
            deed = read_verb(stage, token)
        elif body.lower[token] in stage.vocabulary.adjectives:
            deed = read_adjective(stage, token)
        else:
            continue
        if deed is not None:
            yield deed


def _nouns(stage: Stage, used: set[int]) -> Iterator[Deed]:
    for token, word in enumerate(stage.body.lower):
        if token not in used and word in stage.vocabulary.nouns and (deed := read_noun(stage, token)) is not None:
            yield deed


def _raids(stage: Stage, deed: Deed) -> list[Deed]:
    """The attacks that the subject of a violent verb names."""
    if deed.event != "ASSAULT" or deed.case == "nominal":
        return []
    found = (read_noun(stage, h) for h in deed.actors if stage.body.tags[h].startswith("NN"))
    return [raid for raid in found if raid is not None and raid.event == "ASSAULT"]


def _tells_again(stage: Stage, deed: Deed) -> bool:
    """True for "killed" in "the raid on the camp that killed ten": the raid is told with its own sides."""
    return any(raid.actors and raid.recipients for raid in _raids(stage, deed))


def _by_raid(stage: Stage, deed: Deed) -> Deed:
    """ "A drone strike killed ten": how it was done is told by its subject."""
    raid = next((one for one in _raids(stage, deed) if one.mode), None)
    return deed._replace(mode=raid.mode, cameo=raid.cameo) if raid else deed


def _one_act(stage: Stage, deeds: list[Deed]) -> Iterator[Deed]:
    """The deeds, those killed or wounded by an act among its recipients: bombed the camp, killing ten."""
    by_verb = {deed.verb: deed for deed in deeds if deed.event == "ASSAULT" and deed.case != "nominal"}
    hurt = {deed.verb: outer.verb for deed in by_verb.values() if (outer := _outer(stage, deed, by_verb)) is not None}
    for deed in deeds:
        if deed.verb not in hurt or deed is not by_verb.get(deed.verb):
            victims = tuple(h for verb, outer in hurt.items() if outer == deed.verb for h in by_verb[verb].recipients)
            is_outer = deed is by_verb.get(deed.verb)
            yield deed._replace(recipients=(*deed.recipients, *victims)) if victims and is_outer else deed


def _outer(stage: Stage, deed: Deed, by_verb: dict[int, Deed]) -> Deed | None:
    """The act that somebody was killed or wounded by."""
    is_hurt = deed.cameo == _HURT and stage.body.deps[deed.verb] in ("advcl", "conj")
    outer = by_verb.get(stage.body.heads[deed.verb]) if is_hurt else None
    return None if outer is deed else outer

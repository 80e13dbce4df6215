"""What happens in a novel, a film, a game or a picture, and not in the world."""

from communique.extract.events.stage import Stage
from communique.extract.tree import governors, own_subject


def is_fiction(stage: Stage, verb: int) -> bool:
    """True where a deed stands in a clause about a work of invention: in the novel they attack, a game in which, the opera tells of."""
    line = (verb, *governors(stage.body, verb))
    return any(_is_work(stage, t) or _has_work(stage, t) for t in line if stage.body.deps[t] != "conj")


def _is_work(stage: Stage, token: int) -> bool:
    """A work, or a turn that is played, with a clause behind it."""
    body = stage.body
    is_played = body.deps[token] == "dobj" and body.lower[body.heads[token]] in stage.words["fiction_playing"]
    clauses = body.dependents(token, "relcl") if is_played or body.lower[token] in stage.words["fiction_works"] else ()
    return bool(clauses)


def _has_work(stage: Stage, verb: int) -> bool:
    """A verb whose subject is a work that tells or shows, or that is set in one."""
    body, works = stage.body, stage.words["fiction_works"]
    if not body.tags[verb].startswith("VB"):
        return False
    subject = own_subject(body, verb)
    if subject is not None and body.lower[subject] in works and body.lower[verb] in stage.words["fiction_telling"]:
        return True
    inside = (p for c in body.dependents(verb, "prep") if body.lower[c] == "in" for p in body.dependents(c, "pobj"))
    return any(body.lower[p] in works for p in inside)

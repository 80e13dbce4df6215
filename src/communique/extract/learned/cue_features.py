"""What a token's chance to head a cue is read from: the word, the lexicon's classes, its clause, its neighbours, what the rules propose."""

from collections.abc import Iterator

from communique.extract.candidates.anchors import is_mark
from communique.extract.learned.words import Forms, kind_of, stem
from communique.extract.proposals import Proposal
from communique.extract.reality import unreal, unreal_at
from communique.extract.scene import Scene
from communique.extract.sources import subject_of
from communique.extract.tree import governors, is_verb, paragraph, sentence
from communique.model import Body

_POS = {"VB": "verb", "JJ": "adjective"}
_SHAPING = frozenset(
    {"nsubjpass", "dobj", "ccomp", "xcomp", "agent", "advcl", "acl", "relcl", "prt", "oprd", "attr", "acomp", "dative", "expl", "pcomp"}
)
_WORDED = frozenset({"prep", "prt", "mark", "aux", "neg", "det", "advmod", "agent", "dative", "expl", "predet"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FINAL = frozenset({".", "!", "?", "…", '"', "'"})
_ARGUMENTS = frozenset({"dobj", "attr", "acomp", "oprd", "nsubjpass", "compound", "amod"})


class Look:
    """An article as the features of its anchors are read from it; what is asked for often is worked out once."""

    def __init__(self, scene: Scene, forms: Forms, proposals: dict[int, tuple[Proposal, ...]]) -> None:
        self.scene, self.body, self.forms, self.proposals = scene, scene.body, forms, proposals
        self.marks = _distances(scene.body)

    def lemma(self, token: int) -> str:
        """The lexicon's lemma of a form, whatever its part of speech here, else its stem."""
        word = self.body.lower[token]
        return self.forms.lemma.get(word) or stem(word)

    def flaw(self, token: int) -> str | None:
        """Why a saying headed by this token did not take place, None where nothing tells so."""
        cue = self.scene.cues.get(token)
        if cue is not None:
            return unreal(self.scene, cue)
        return unreal_at(self.scene, token, _POS.get(self.body.tags[token][:2]))

    def group(self, token: int) -> str:
        """Group and part of speech of the lexicon entry that fits here, the class it is listed in, another entry of the form, or "-"."""
        cue = self.scene.cues.get(token)
        if cue is not None:
            return f"{cue.entries[0].pos[0]}.{cue.entries[0].group}"
        hint = self.forms.hints.get((self.lemma(token), self.body.tags[token][:2]))
        if hint is not None:
            return hint
        other = self.forms.entries.get(self.body.lower[token])
        return f"?{other[0].pos[0]}.{other[0].group}" if other else "-"


def _distances(body: Body) -> list[int]:
    """For each token, how many tokens away the next quotation mark stands, 9 where none is near."""
    far = [9] * len(body)
    for quotation in body.quotations:
        for first, end in quotation.pieces:
            for t in range(max(0, first - 8), min(len(body), end + 8)):
                far[t] = min(far[t], abs(t - first), abs(t - end + 1))
    return far


def cue_features(look: Look, anchor: int) -> list[str]:
    """The features of one anchor, as texts."""
    return [*_word(look, anchor), *_clause(look, anchor), *_subject(look, anchor), *_around(look, anchor), *_place(look, anchor)]


def _word(look: Look, anchor: int) -> Iterator[str]:
    """The word itself, what the lexicon says of it, what the rules propose."""
    body, lemma, group = look.body, look.lemma(anchor), look.group(anchor)
    tag, dep = body.tags[anchor], body.deps[anchor]
    yield from (
        f"w={body.lower[anchor]}",
        f"l={lemma}",
        f"lt={lemma},{tag[:2]}",
        f"ld={lemma},{dep}",
        f"t={tag}",
        f"d={dep}",
        f"td={tag},{dep}",
    )
    yield from (f"g={group}", f"gd={group},{dep}", f"gt={group},{tag}", f"end={body.lower[anchor][-3:]},{tag[:2]}")
    cue = look.scene.cues.get(anchor)
    for entry in cue.entries if cue else ():
        yield from (f"e={frame},{entry.pos}" for frame in entry.frames)
        yield f"k={entry.kind},{entry.pos}"
        yield f"a={entry.act}"
        yield f"n={len(entry.lemma.split())}"
    found = look.proposals.get(anchor, ())
    flaw = look.flaw(anchor)
    yield from (f"u={flaw}", f"ug={flaw},{group}", f"ur={flaw},{found[0].rule if found else None}")
    yield f"rules={min(len(found), 3)}"
    if found:
        best = found[0]
        rule, score = best.rule, int(best.score * 10)
        yield from (
            f"r={rule}",
            f"rg={rule},{group}",
            f"rl={rule},{lemma}",
            f"rs={score}",
            f"rd={rule},{dep}",
            f"f={best.flaw}",
            f"fr={rule},{best.flaw}",
        )
        yield f"src={best.source is not None},{rule}"


def _clause(look: Look, anchor: int) -> Iterator[str]:
    """What hangs on the anchor, and the shape it makes."""
    body, lemma, group = look.body, look.lemma(anchor), look.group(anchor)
    shape = set()
    for child in body.children[anchor]:
        dep, word = body.deps[child], body.lower[child]
        if dep in _WORDED:
            yield from (f"c={dep},{word}", f"gc={group},{dep},{word}")
            if dep in ("prep", "prt", "dative"):
                shape.add(word)
                yield f"lc={lemma},{word}"
                yield from (f"pp={word},{kind_of(look.scene, k)}" for k in body.dependents(child, "pobj", "pcomp"))
        if dep in _SHAPING:
            side = dep if child > anchor else "<" + dep
            shape.add(side)
            yield from (f"s={side}", f"gs={group},{side}", f"ls={lemma},{side}")
        if dep in _CLAUSES:
            yield from _complement(look, group, child, dep)
        if dep in _ARGUMENTS:
            yield from _argument(look, lemma, group, child, dep)
    whole = "+".join(sorted(shape))
    tag = body.tags[anchor][:2]
    yield from (f"sh={whole},{tag}", f"gsh={group},{whole}", f"lsh={lemma},{whole}")


def _complement(look: Look, group: str, child: int, dep: str) -> Iterator[str]:
    """How a clause below the anchor opens, and its verb form."""
    body = look.body
    first = body.lower[body.lefts[child]]
    opens = first if body.tags[body.lefts[child]] in ("IN", "TO", "WP", "WRB", "WDT", "PRP", "DT") else body.tags[body.lefts[child]]
    yield from (f"o={dep},{opens}", f"go={group},{dep},{opens}", f"v={dep},{body.tags[child]}", f"h={dep},{look.group(child)}")
    infinitive = any(body.tags[c] == "TO" for c in body.children[child])
    yield f"inf={dep},{infinitive},{group}"


def _argument(look: Look, lemma: str, group: str, child: int, dep: str) -> Iterator[str]:
    """The kind of thing the anchor has for its object, and what hangs on that."""
    body, scene = look.body, look.scene
    kind = kind_of(scene, child)
    yield from (f"ar={dep},{kind}", f"gar={group},{dep},{kind}", f"al={dep},{look.lemma(child)}", f"lal={lemma},{dep},{look.lemma(child)}")
    yield from (f"ag={dep},{look.group(child)}", f"gag={group},{dep},{look.group(child)}")
    for below in body.children[child]:
        label = body.deps[below]
        if label in ("acl", "relcl", "ccomp", "prep", "poss", "det"):
            yield from (f"bl={dep},{label},{body.lower[body.lefts[below]]}", f"gbl={group},{dep},{label}")


def _subject(look: Look, anchor: int) -> Iterator[str]:
    """Who would say it."""
    body, scene, lemma, group = look.body, look.scene, look.lemma(anchor), look.group(anchor)
    tag = body.tags[anchor]
    if is_verb(body, anchor):
        subject = subject_of(body, anchor)
        kind = kind_of(scene, subject)
        yield from (f"su={kind}", f"sug={kind},{group}", f"sul={kind},{lemma}", f"sut={kind},{tag}", f"sud={kind},{body.deps[anchor]}")
        if subject is not None:
            side = "L" if subject < anchor else "R"
            yield from (f"suw={look.lemma(subject)}", f"sus={side},{body.deps[subject]}", f"suq={body.quotation_of[subject] >= 0},{kind}")
    elif tag.startswith("NN"):
        owner = next(iter(body.dependents(anchor, "poss")), None)
        kind = kind_of(scene, owner)
        yield from (f"po={kind}", f"pog={kind},{group}", f"num={tag},{owner is not None}")


def _around(look: Look, anchor: int) -> Iterator[str]:
    """Neighbours in the sentence and the words it depends on."""
    body, lemma, group = look.body, look.lemma(anchor), look.group(anchor)
    low, high = sentence(body, anchor)
    near = {k: anchor + k for k in (-2, -1, 1, 2) if low <= anchor + k < high}
    yield from (f"{k}w={body.lower[t]}" for k, t in near.items())
    yield from (f"{k}t={body.tags[t]}" for k, t in near.items())
    following = body.lower[near[1]] if 1 in near else "#"
    yield from (f"ln={lemma},{following}", f"gn={group},{following}")
    if -1 in near:
        yield f"pl={body.lower[near[-1]]},{lemma}"
    head = body.heads[anchor]
    if head != anchor:
        dep = body.deps[anchor]
        yield from (
            f"hl={look.lemma(head)},{dep}",
            f"hg={look.group(head)},{dep}",
            f"ht={body.tags[head][:2]},{dep}",
            f"lh={lemma},{look.lemma(head)}",
        )
        yield f"hr={look.proposals[head][0].rule if head in look.proposals else None},{dep}"
    above = [t for t in governors(body, anchor)[1:6] if t in look.proposals]
    yield f"under={look.group(above[0]) if above else None}"


def _place(look: Look, anchor: int) -> Iterator[str]:
    """Where it stands: in the text, in the sentence, to quotation marks."""
    body, lemma, group = look.body, look.lemma(anchor), look.group(anchor)
    low, high = sentence(body, anchor)
    quoted, far = body.quotation_of[anchor] >= 0, look.marks[anchor]
    yield from (f"q={quoted}", f"qg={quoted},{group}", f"m={far}", f"mg={min(far, 4)},{group}", f"ml={far < 4},{lemma}")
    yield f"any={any(body.quotation_of[t] >= 0 for t in range(low, high))}"
    yield from (f"p={min(body.paragraph_of[anchor], 2)}", f"at={min((anchor - low) // 4, 4)}", f"left={min((high - anchor) // 4, 5)}")
    yield f"sent={min(body.sentence_of[anchor] - body.sentence_of[paragraph(body, anchor)[0]], 2)}"
    yield f"ends={body.lower[high - 1]}"
    if is_mark(body, anchor):
        yield from _mark(body, anchor)


def _mark(body: Body, mark: int) -> Iterator[str]:
    """What a dash or colon parts: whether a sentence ends before it, and whether a name alone stands between it and the paragraph's end."""
    low, high = paragraph(body, mark)
    before = body.words[mark - 1] if mark > low else "#"
    behind = range(mark + 1, high)
    finite = any(body.tags[t] in _FINITE for t in behind)
    ended, size = before in _FINAL, min(len(behind) // 3, 5)
    named = bool(behind) and body.tags[mark + 1].startswith("NNP")
    yield from (f"mb={ended}", f"mh={size},{named},{finite}", f"mk={ended},{size},{named},{finite}", f"mk2={ended},{named},{finite}")

"""The registry of content generators: one line a generator, the likeliest first, since an anchor's candidates are counted."""

from collections.abc import Collection, Iterable
from itertools import islice

from communique.extract.candidates import complements, layout, licensed, quoted_words, refinements, surroundings
from communique.extract.candidates.shape import Generator, Ranges, Refinement, shaped
from communique.extract.scene import Scene

MOST = 40  # candidates of an anchor

GENERATORS: tuple[Generator, ...] = (
    *licensed.LICENSED,
    Generator("frame", licensed.frame),
    Generator("quotation", quoted_words.quotation),
    Generator("child", complements.child),
    Generator("prepositional-object", complements.prepositional_object),
    Generator("grandchild", complements.grandchild),
    Generator("ancestor", surroundings.ancestor),
    Generator("colon", layout.colon),
    Generator("next-paragraph", layout.next_paragraph),
    Generator("signed", layout.signed),
    Generator("several-sentences", layout.several_sentences),
    Generator("several-quotations", quoted_words.several_quotations),
    Generator("following-paragraphs", quoted_words.following_paragraphs),
    Generator("raised-subject", surroundings.raised_subject),
    Generator("rest-of-sentence", surroundings.rest_of_sentence),
    Generator("run", complements.run),
    Generator("run-to-end", complements.run_to_end),
    Generator("antecedent", surroundings.antecedent),
    Generator("relative-raised", surroundings.relative_raised),
    Generator("fronted", complements.fronted),
    Generator("great-grandchild", complements.great_grandchild),
    Generator("coordinate", complements.coordinate),
    Generator("cut-short", complements.cut_short),
    Generator("linear", surroundings.linear),
    Generator("neighbouring-paragraph", quoted_words.neighbouring_paragraph),
)

REFINEMENTS: tuple[Refinement, ...] = (
    Refinement("widened", quoted_words.widened),
    Refinement("begun-later", refinements.begun_later),
    Refinement("ended-at-mark", refinements.ended_at_mark),
)

OPEN = "en.open."  # what the record calls a generator of the open class is this and its name

_OPEN_CLASS: tuple[Generator | Refinement, ...] = (*GENERATORS[len(licensed.LICENSED) :], *REFINEMENTS)
FINDERS: dict[str, object] = {f"{OPEN}{g.name}": g.find for g in _OPEN_CLASS}  # rules apart

_SET_OFF = (layout.__name__, quoted_words.__name__)  # marks and layout show these contents, the tree alone the others
LOOSE = frozenset(f"{OPEN}{g.name}" for g in _OPEN_CLASS if g.find.__module__ not in _SET_OFF)

NAMES: tuple[str, ...] = (*(g.name for g in GENERATORS), *(r.name for r in REFINEMENTS))


class _Gathered:
    """The candidates of an anchor as they come, each in one form, with the names of those that gave it."""

    def __init__(self, scene: Scene, anchor: int) -> None:
        self.scene, self.body, self.anchor = scene, scene.body, anchor
        self.names: dict[Ranges, list[str]] = {}
        self._shapes: dict[Ranges, Ranges] = {}
        self._refused: set[Ranges] = set()

    def add(self, name: str, proposals: Iterable[Ranges]) -> None:
        """Add what a generator proposes."""
        for parts in proposals:
            shape = self._shapes.get(parts)
            if shape is None:
                shape = self._shapes[parts] = shaped(self.body, self.anchor, parts)
            if shape:
                self.take(name, shape)

    def take(self, name: str, shape: Ranges) -> None:
        """Add a content that is in its form already, unless it parts a quotation from its own reporting clause."""
        names = self.names.get(shape)
        if names is not None:
            if name not in names:
                names.append(name)
        elif shape not in self._refused:
            if self.scene.claims(self.anchor, shape):
                self.names[shape] = [name]
            else:
                self._refused.add(shape)


def contents(
    scene: Scene, anchor: int, without: Collection[str] = (), given: Iterable[tuple[str, Ranges]] | None = None
) -> dict[Ranges, tuple[str, ...]]:
    """What an anchor may attribute, at most MOST candidates, each with the names of those that gave it; generators in `without` are off.

    Where the rules have spoken already, `given` is what they proposed, taken as it stands, and they are not asked again.
    """
    found = _Gathered(scene, anchor)
    for name, parts in given or ():
        found.take(name, parts)
    for generator in GENERATORS if given is None else GENERATORS[len(licensed.LICENSED) :]:
        if generator.name not in without:
            found.add(generator.name, generator.find(scene, anchor))
    for refinement in REFINEMENTS:
        if refinement.name not in without:
            found.add(refinement.name, refinement.find(scene, anchor, tuple(found.names)))
    return {parts: tuple(names) for parts, names in islice(found.names.items(), MOST)}

"""How good the models are on articles that they were not fitted on."""

from collections.abc import Sequence

from communique.extract.learned.weights import Scale
from pages import Page, is_source, words_of
from stack import Stack
from uncued import kept_in


def of_articles(pages: Sequence[Page], models: Stack, scale: Scale, least: float, nested: float) -> str:
    """Precision, recall and F1 of statements with a cue, and how many of those found name the right source."""
    coded = marked = hit = right = 0
    for place, page in enumerate(pages):
        if "/" in page.id:
            continue
        left = [label for label in page.labels if label.anchor is not None]
        marked += len(left)
        kept = [v.candidate for v in kept_in(page, models, place, scale, least, nested) if v.kept]
        coded += len(kept)
        for candidate in sorted(kept, key=lambda c: -c.score):
            words = words_of(page.body, candidate.ranges)
            best = max(left, key=lambda label: len(words & label.content) / len(words | label.content), default=None)
            if best is not None and len(words & best.content) / len(words | best.content) >= 0.5:
                left.remove(best)
                hit += 1
                right += is_source(page.body, best.source, candidate.source)
    precision, recall = hit / max(1, coded), hit / max(1, marked)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}, source right {right / max(1, hit):.3f}"

"""What one wording has that another has not."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
LIKE = 0.6  # of the words of two reasons are the same where they are one


def differences(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The phrases added, and those dropped, in their order; capitals and punctuation do not count."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, [word.casefold() for word in old], [word.casefold() for word in new], autojunk=False)
    edits = [edit for edit in matcher.get_opcodes() if edit[0] != "equal"]
    added = tuple(" ".join(new[start:end]) for _, _, _, start, end in edits if end > start)
    return added, tuple(" ".join(old[start:end]) for _, start, end, _, _ in edits if end > start)


def is_new(ground: str, before: Iterable[str]) -> bool:
    """True where no reason given before says it in much the same words."""
    words = _bag(ground)
    return all(len(words & _bag(other)) < LIKE * len(words | _bag(other)) for other in before)


def _bag(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}

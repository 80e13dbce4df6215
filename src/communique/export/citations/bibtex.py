"""A citation as an entry of BibTeX: the article, what it reported in the note."""

from communique.ask import Cited
from communique.export.citations.sentence import cited as as_sentence

SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_ESCAPES = str.maketrans(SPECIAL)


def cited(record: Cited) -> str:
    """An entry @misc that can be pasted into a .bib file; the key is the record's id."""
    fields = {
        "author": f"{{{_plain(author)}}}" if (author := record.byline or record.outlet) else None,
        "title": _plain(record.title) if record.title else None,
        "howpublished": _plain(record.outlet) if record.outlet else None,
        "date": record.day.isoformat() if record.day else None,
        "year": str(record.day.year) if record.day else None,
        "url": "".join(record.url.split()).replace("{", "%7B").replace("}", "%7D") if record.url else None,
        "langid": record.language,
        "note": _plain(as_sentence(record)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{record.id}-{record.run},", *lines, "}"])


def _plain(text: str) -> str:
    """A text in a line, its characters taken for themselves."""
    return " ".join(text.split()).translate(_ESCAPES)

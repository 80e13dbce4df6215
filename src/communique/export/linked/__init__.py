"""Codings as linked data: W3C Web Annotations that point into the text, schema.org's NewsArticle and Quotation.

annotations.py  what was read off an article, as annotations with position and quote selectors
schema_org.py   the article and what is quoted in it
"""

from communique.export.linked.annotations import KINDS, Anything, annotated, annotation, spans_of

__all__ = ["KINDS", "Anything", "annotated", "annotation", "spans_of"]

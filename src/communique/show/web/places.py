"""Addresses of the pages about issues, chains, dyads and the like, and the common name of a code; templates may call them all."""

from urllib.parse import quote, urlencode

from communique.ask.parties import called


def issue_url(issue: str) -> str:
    """Where an issue is read."""
    return f"/issue?{urlencode({'name': issue})}"


def chain_url(id: str) -> str:
    """Where the chain of a position or a statement is read."""
    return f"/chain/{quote(id, safe='')}"


def dyad_url(one: str, other: str, **more: str) -> str:
    """Where two states are read side by side."""
    return f"/dyad?{urlencode({'one': one, 'other': other, **more})}"


PLACES = {one.__name__: one for one in (issue_url, chain_url, dyad_url, called)}

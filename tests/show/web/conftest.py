"""The page over a ledger of invented codings; asked as a browser on this machine asks."""

import pytest

from communique import Ledger
from ledger.invented import codings
from show.web.tides import tides
from show.web.visitors import visitor


@pytest.fixture(scope="session")
def reef(tmp_path_factory):
    """The path of a ledger with four articles; tests that write copy it."""
    path = tmp_path_factory.mktemp("web") / "reef.duckdb"
    with Ledger.open(path) as ledger:
        ledger.add(codings(4))
    return path


@pytest.fixture
def client(reef):
    with visitor(reef) as opened:
        yield opened


@pytest.fixture(scope="session")
def tidal(tmp_path_factory):
    """The path of a ledger of a dispute along time."""
    path = tmp_path_factory.mktemp("tides") / "tides.duckdb"
    with Ledger.open(path) as ledger:
        ledger.add(tides())
    return path


@pytest.fixture
def shore(tidal):
    with visitor(tidal) as opened:
        yield opened

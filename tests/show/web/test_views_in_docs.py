"""Every view is shown in the docs with a picture."""

import struct
from pathlib import Path

import pytest

from communique.show.web.routes import views

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "how-to" / "read-in-a-browser.md").read_text("utf-8")
LARGEST = 150_000  # bytes of a picture


@pytest.mark.parametrize("name", [view.name for view in views(review=True)])
def test_a_view_is_shown_with_a_picture(name):
    image = DOCS / "images" / f"web-{name}.png"
    assert f"](../images/{image.name})" in PAGE, "tests/show/web/write_screenshots.py takes pictures; show it on the page"
    data = image.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">I", data[16:20]) == (1000,)
    assert len(data) <= LARGEST

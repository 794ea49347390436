"""What the tests of reading share."""

from __future__ import annotations

import pytest
from markdown import Markdown

from build_hooks.publishing.anchors import Anchors


@pytest.fixture
def markdown() -> Markdown:
    """A converter with the extensions that the site has."""
    return Markdown(extensions=["abbr", "attr_list", "def_list", "footnotes", "tables", "toc", Anchors()])

"""The templates of a theme, without what is hidden among them."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import FileSystemLoader


class ThemeLoader(FileSystemLoader):
    """Finds every template by its name, but names none in a hidden folder.

    MkDocs asks for all names, and leaves these out itself: of Material's 14,000 they are all but 200, its icons.
    """

    def list_templates(self) -> list[str]:
        """Return the names of all other templates, in order."""
        return sorted({name for place in self.searchpath for name in _names(Path(place))})


def _names(place: Path) -> list[str]:
    names = []
    for folder, below, files in os.walk(place):
        below[:] = [name for name in below if not name.startswith(".")]
        names += [Path(folder, file).relative_to(place).as_posix() for file in files]
    return names

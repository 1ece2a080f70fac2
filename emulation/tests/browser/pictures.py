"""Pictures of pages, at a desk and on a phone, light and dark: for people to look at.

`SCREENSHOTS=folder pytest emulation/tests/browser` writes them; without it there are none.
"""

import os
from pathlib import Path

from .looking import DESK, PHONE


def take(visitor, name):
    """Write the whole page that the visitor sees as name-width-scheme.png."""
    if folder := os.environ.get("SCREENSHOTS"):
        for size in (DESK, PHONE):
            visitor.page.set_viewport_size(size)
            for scheme in ("light", "dark"):
                visitor.page.emulate_media(color_scheme=scheme)
                path = Path(folder) / f"{name}-{size['width']}-{scheme}.png"
                visitor.page.screenshot(path=path, full_page=True)
        visitor.page.emulate_media(color_scheme="light")
        visitor.page.set_viewport_size(visitor.size)


def keep(content, name):
    """Write a downloaded file beside the pictures."""
    if folder := os.environ.get("SCREENSHOTS"):
        (Path(folder) / name).write_bytes(content)

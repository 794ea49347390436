"""What tests ask of a preview that runs."""

from __future__ import annotations

import socket
import time
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

import pytest


def free_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def wait_for(text: str, url: str, seconds: float, log: Path) -> None:
    """Wait until the page at `url` shows a text; fail after that long, with what the preview said in `log`."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urlopen(url, timeout=5) as answer:
                if text in answer.read().decode():
                    return
        except (OSError, HTTPException):  # not there yet, or just being rebuilt
            pass
        time.sleep(0.1)
    pytest.fail(f"{url} did not show {text} within {seconds} s:\n{log.read_text('utf-8')}")

"""A site of which only the search is there, and a server that says what it sends."""

from __future__ import annotations

import functools
import gzip
import json
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from markdown import Markdown

from build_hooks.indexing.search.documents import SearchDocument, article_document
from build_hooks.indexing.search.index import search_index
from build_hooks.reading.collection import read_collection

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT / "docs/assets/search"
_ASK = Path(__file__).with_name("ask.mjs")


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of one query."""

    query: str
    urls: list[str]
    """The results' addresses, the best first."""

    cold: float
    """Milliseconds until the answer, with nothing loaded."""

    warm: float
    """Milliseconds when the same is asked again."""

    transferred: int
    """Bytes of the index that the cold answer loaded, as GitHub Pages sends them: JSON with gzip, the rest as it is."""


def read_documents(folder: Path) -> list[SearchDocument]:
    """Return the seeds of a folder as documents."""
    return [
        article_document(
            article,
            f"articles/{quote(article.permalink)}/",
            article.keywords,
            article.tags + article.writing_styles,
        )
        for article in read_collection(folder, folder.parent, Markdown()).articles
    ]


@dataclass(frozen=True, slots=True)
class Cost:
    """What an index adds to a build, in seconds."""

    building: float
    processors: float
    """Of all processes together, while it is built."""

    writing: float

    def __str__(self) -> str:
        total = self.building + self.writing
        return f"{total:.2f} s: {self.building:.2f} s ({self.processors:.2f} s of processors) and {self.writing:.2f} s to write it"


def write_site(documents: Sequence[SearchDocument], folder: Path) -> Cost:
    """Write the client and the index into a new folder, as a build does; return what the index took."""
    search = folder / "assets/search"
    shutil.copytree(CLIENT, search)
    start, used = time.perf_counter(), _processor_seconds()
    files = search_index(documents)
    built = time.perf_counter()
    processors = _processor_seconds() - used
    for path, content in files.items():
        (search / path).parent.mkdir(exist_ok=True)
        (search / path).write_bytes(content)
    return Cost(built - start, processors, time.perf_counter() - built)


def _processor_seconds() -> float:
    """Return what this process has used, and those that it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def code_size() -> int:
    """Return the bytes of the client's scripts and style as GitHub Pages sends them."""
    files = [*sorted(CLIENT.glob("*.js")), ROOT / "docs/assets/css/search.css"]
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript"}
    # One packet for head and body: else each answer waits 40 ms for an acknowledgement.
    wbufsize = -1
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    # A browser asks for more files at once than the five that may wait by default; one turned away comes back only
    # after a second.
    request_queue_size = 128


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, and yield its address."""
    with _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def ask(queries: Sequence[str], folder: Path) -> list[Asked]:
    """Put each query to the site's `search.js` in Node."""
    if shutil.which("node") is None:
        raise SystemExit(
            "This benchmark runs the search client in Node 20 or newer; there is no `node` here."
        )
    with served(folder) as base:
        command = ["node", str(_ASK), str(folder / "assets/search/search.js"), base]
        done = subprocess.run(
            command, input=json.dumps(queries), stdout=subprocess.PIPE, check=True, encoding="utf-8"
        )
    return [Asked(**answer) for answer in json.loads(done.stdout)]

"""A server and a browser for tests that read the site as a reader does."""

from __future__ import annotations

import contextlib
import functools
import threading
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tests.browser.find_browser import find_or_install
from tests.conftest import BuiltSite, build, copy_project

HOST = "127.0.0.1"
ARGUMENTS = (
    # Chromium refuses to start as root with its sandbox. It sees nothing here but our own pages.
    "--no-sandbox",
    "--disable-gpu",
    # A browser under test asks the network for nothing of its own.
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}",
)


class _SiteHandler(SimpleHTTPRequestHandler):
    """Serves a folder below a path as GitHub Pages does: `404.html` for what is not there."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".jsonl": "application/octet-stream",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
    }

    def __init__(self, *arguments: object, at: str, directory: str, policy: str | None) -> None:
        self.at = at
        self.policy = policy
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Take the path that the site is mounted at off `path`."""
        if not path.startswith(self.at):
            return str(Path(self.directory) / "\N{BULLET} outside of the site")
        return super().translate_path("/" + path.removeprefix(self.at))

    def list_directory(self, path: object) -> None:
        """Answer that a folder without an `index.html` is not there."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page for what is not there."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not self.path.startswith(self.at) or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Send the content security policy with every answer, where there is one."""
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - as the base class has it
        """Keep quiet."""


class _Server(ThreadingHTTPServer):
    """A browser asks for more files at once than the five that may wait by default."""

    request_queue_size = 128


@contextlib.contextmanager
def serving(folder: Path, at: str = "/", policy: str | None = None) -> Iterator[str]:
    """Serve `folder` on this machine below the path `at`; give its address, with a final slash.

    `policy` is sent as the content security policy of all that is answered.
    """
    handler = functools.partial(_SiteHandler, at=at, directory=str(folder), policy=policy)
    with _Server((HOST, 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}{at}"
        finally:
            server.shutdown()
            thread.join()


Serve = Callable[..., str]


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Return a function `serve(folder, at="/", policy=None)`: it gives the address of `folder` until the tests end."""
    with contextlib.ExitStack() as servers:

        @functools.cache
        def start(folder: Path, at: str = "/", policy: str | None = None) -> str:
            return servers.enter_context(serving(folder, at, policy))

        yield start


_SEEDS = {
    "lead.txt": """من ديوان المتنبي: عَلى قَدْرِ أَهْلِ العَزْمِ تَأْتِي العَزَائِمُ
مطلع قصيدة المتنبي.
Keywords: المتنبي، سيف الدولة
Tags: شعر
Date: 2026-11-29""",
    "second.txt": """تلسكوب جيمس ويب يرصد بخار ماء على كوكب WASP-96 b خارج المجموعة الشمسية
رصد التلسكوب بخار الماء.
Keywords: ويب
Tags: علوم
Date: 2026-11-28""",
    "third.txt": """بغداد في كتاب
ذكر المتنبي سيف الدولة في بغداد. ثم ذكر المتنبي في مصر.
Keywords: بغداد
Tags: علوم
Date: 2026-11-27""",
}


@pytest.fixture(scope="session")
def newspaper(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A small newspaper: verse, a name with a hyphen, and a term that another article mentions in passing."""
    folder = tmp_path_factory.mktemp("newspaper")
    project = copy_project(folder / "project")
    for name, seed in _SEEDS.items():
        (project / "seeds" / name).write_text(seed, encoding="utf-8")
    return build(project / "mkdocs.yml", folder / "site", site_url="https://example.org/")


class Watch:
    """Notes what a reader's browser should never see: console errors, exceptions, requests to other hosts."""

    def __init__(self, context: BrowserContext) -> None:
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._missing_on_purpose: set[str] = set()
        context.on("console", self._note_console)
        context.on("weberror", lambda error: self.problems.append(f"exception: {error.error}"))
        context.on("request", self._note_request)
        context.on("requestfailed", self._note_failure)

    def expect_missing(self, url: str) -> None:
        """Let the answer 404 to a request for `url` pass."""
        self._missing_on_purpose.add(url)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and message.location["url"] not in self._missing_on_purpose:
            self.problems.append(f"console: {message.text} ({message.location['url']})")

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and parts.hostname != HOST:
            self.problems.append(f"request to another host: {request.url}")

    def _note_failure(self, request: Request) -> None:
        # A page that is left breaks off what it was loading, which is nobody's fault.
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"failed request: {request.url} ({request.failure})")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser, started once."""
    executable = find_or_install()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Return a function that opens an address as a reader would see it.

    `open_page(url, width=1280, scheme="light", javascript=True, reduced_motion=False, forced_colors=False,
    missing=False)` gives a page of its own context; `missing` says that the address is meant to be answered with 404.
    After the test, no page may have had an error in its console, an exception, or a request that failed or went to
    another host.
    """
    with contextlib.ExitStack() as contexts:
        watches: list[Watch] = []

        def open_one(
            url: str,
            *,
            width: int = 1280,
            height: int = 800,
            scheme: Literal["light", "dark"] = "light",
            javascript: bool = True,
            reduced_motion: bool = False,
            forced_colors: bool = False,
            missing: bool = False,
        ) -> Page:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                locale="ar",
                java_script_enabled=javascript,
                reduced_motion="reduce" if reduced_motion else "no-preference",
                forced_colors="active" if forced_colors else "none",
            )
            contexts.callback(context.close)
            watch = Watch(context)
            watches.append(watch)
            if missing:
                watch.expect_missing(url)
            page = context.new_page()
            answer = page.goto(url)
            assert answer is not None
            expected = HTTPStatus.NOT_FOUND if missing else HTTPStatus.OK
            assert answer.status == expected, url
            return page

        yield open_one
        problems = [problem for watch in watches for problem in watch.problems]
    assert problems == []

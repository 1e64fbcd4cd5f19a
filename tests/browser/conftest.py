"""A real browser on the sample site, over http and from the disk.

Every test that opens a page also fails if the page asked another host for anything, wrote
an error or a warning to the console, or could not load one of its own files.
"""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Request, Route, sync_playwright

from build_tools.export.offline import build_offline_copy
from tests.small_site import ROOT, build_site, write_small_project

# In the order of tests/browser/install_browser.sh.
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = (1280, 800)

Scheme = Literal["light", "dark"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        named = os.environ.get("KANBAO_CHROMIUM")
        found = named or next(filter(None, map(shutil.which, _BROWSERS)), None)
        program = found or playwright.chromium.executable_path
        if not Path(program).is_file():
            pytest.fail(
                "no Chromium found: run tests/browser/install_browser.sh, "
                "or name one in KANBAO_CHROMIUM"
            )
        launched = playwright.chromium.launch(executable_path=program, args=list(_FLAGS))
        yield launched
        launched.close()


def make_project(folder: Path, issue: Path) -> Path:
    """Make a project with one issue, as an editor has it after `kanbao build`."""
    folder.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(issue, folder / "issues" / issue.name)
    generated = shutil.ignore_patterns("issues", "index.md")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=generated)
    (folder / "build_tools").symlink_to(ROOT / "build_tools")
    command = [sys.executable, "-m", "build_tools", "build", f"issues/{issue.name}"]
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603 - fixed
    return folder


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the sample issue."""
    return make_project(tmp_path_factory.mktemp("sample") / "project", ROOT / "issues/sample")


@pytest.fixture(scope="session")
def hosted(project: Path) -> Iterator[str]:
    """Address of the built site on a server."""
    with serve(build_site(project)) as address:
        yield address


@pytest.fixture(scope="session")
def offline(project: Path) -> str:
    """Address of the offline copy on the disk."""
    copy = build_offline_copy(project, project / "dist", "kanbao")
    return f"{copy.folder.resolve().as_uri()}/"


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest) -> str:
    """Address of the site, once on a server and once on the disk."""
    return str(request.getfixturevalue("hosted" if request.param == "http" else "offline"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the small site, whose few sentences are known to the last character."""
    project = write_small_project(tmp_path_factory.mktemp("small") / "project")
    with serve(build_site(project)) as address:
        yield address


class _Server(http.server.ThreadingHTTPServer):
    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def __enter__(self) -> str:  # type: ignore[override]  # reads as: with serving as address
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self.address

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(site: Path) -> _Server:
    return _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))


@pytest.fixture(scope="session")
def stories(project: Path) -> tuple[str, ...]:
    """Paths of the stories' pages, shortest first."""
    pages = (project / "docs/issues/sample").glob("s*.md")
    by_length = sorted(pages, key=lambda page: page.stat().st_size)
    return tuple(f"issues/sample/{page.stem}.html" for page in by_length)


@pytest.fixture(scope="session")
def story(stories: tuple[str, ...]) -> str:
    """Path of the longest story's page."""
    return stories[-1]


@pytest.fixture(scope="session")
def ordinary(stories: tuple[str, ...]) -> str:
    """Path of a story of middling length: it has all that stories have, and is measured fast."""
    return stories[len(stories) // 2]


class Reader:
    """Opens pages and notes what a page should not do."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.complaints: list[str] = []
        self.requests: list[str] = []

    def open(
        self,
        address: str,
        *,
        size: tuple[int, int] = WIDE,
        scheme: Scheme = "light",
        scripts: bool = True,
    ) -> Page:
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        context.route("**/*", self._check)
        page = context.new_page()
        page.on("console", lambda said: self._hear(said.type, said.text))
        page.on("pageerror", lambda error: self._hear("error", str(error)))
        page.on("requestfailed", self._note_failure)
        page.goto(address)
        return page

    def close(self) -> None:
        for context in self._browser.contexts:
            context.close()

    def _check(self, route: Route) -> None:
        url = route.request.url
        self.requests.append(url)
        if url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:", "about:")):
            route.continue_()
        else:
            self.complaints.append(f"another host: {url}")
            route.abort()

    def _hear(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(f"{kind}: {text}")

    def _note_failure(self, request: Request) -> None:
        if request.failure == "net::ERR_ABORTED":  # the reader went on before it had come
            return
        self.complaints.append(f"not loaded: {request.url} {request.failure}")


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    reader = Reader(browser)
    yield reader
    reader.close()
    assert reader.complaints == []

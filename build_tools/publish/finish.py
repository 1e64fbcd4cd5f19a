"""Finish a built site: what only the whole tree can have.

Called by the MkDocs hook after a build and by ``kanbao finish SITE`` after any other
engine's. Finishing twice changes nothing.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.errors import SiteError
from build_tools.publish.cures import cure_page, has_our_search, name_dictionaries
from build_tools.publish.search import (
    SearchPage,
    find_dictionaries,
    format_index,
    read_generated,
    read_written,
)

# Material asks for its index at once, under these names; ours is loaded at the first query.
_EMPTY_INDEX = json.dumps(
    {"config": {"lang": ["en"], "separator": "\\s+", "pipeline": [], "fields": {}}, "docs": []}
)
_INDEX_FILES = {
    "search/search_index.json": _EMPTY_INDEX,
    "search/search_index.js": f"var __index = {_EMPTY_INDEX};\n",
}
STORIES_INDEX = "search/stories.js"
# Written for people who work on Kanbao, not for readers of a paper.
_NOT_SEARCHED = "dev/"


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishReport:
    """What finishing a site did."""

    pages: int
    """HTML pages seen."""
    changed: int
    """Files written; 0 for a site that was finished already."""
    indexed: int
    """Pages the search can find."""
    index_bytes: int
    """Size of the search index."""
    uncured: tuple[str, ...]
    """``page: cure`` for each cure that no longer fits the theme; empty if all is well."""


def finish_site(site: Path, docs: Path) -> FinishReport:
    """Cure every page of *site* and write its search index.

    Args:
        site: a built tree, with ``index.html``.
        docs: the Markdown tree it was built from.

    Raises:
        SiteError: *site* has no ``index.html``.
    """
    if not (site / "index.html").is_file():
        raise SiteError(str(site), "no index.html here", "Build the site first: mkdocs build.")
    sources = dict(_load_sources(site, docs))
    dictionaries = frozenset[str]().union(*map(find_dictionaries, sources.values()))
    uncured: list[str] = []
    searched: list[SearchPage] = []
    changed = 0
    for location, source in sources.items():
        before = (site / location).read_text(encoding="utf-8")
        page = cure_page(before, location)
        uncured += [f"{location}: {name}" for name in page.uncured]
        after = name_dictionaries(page.html, dictionaries)
        changed += after != before and _write(site / location, after)
        if entry := _read_search_page(location, source, after):
            searched.append(entry)
    index = format_index(searched)
    if has_our_search((site / "index.html").read_text(encoding="utf-8")):
        for name, content in {**_INDEX_FILES, STORIES_INDEX: index}.items():
            changed += _write(site / name, content)
    return FinishReport(
        pages=len(sources),
        changed=changed,
        indexed=len(searched),
        index_bytes=len(index.encode()),
        uncured=tuple(uncured),
    )


def _load_sources(site: Path, docs: Path) -> Iterator[tuple[str, str]]:
    """Each page's location and its Markdown; empty for a page that was not written in it."""
    for path in sorted(site.rglob("*.html")):
        location = path.relative_to(site)
        source = docs / location.with_suffix(".md")
        yield location.as_posix(), source.read_text(encoding="utf-8") if source.is_file() else ""


def _read_search_page(location: str, source: str, page_html: str) -> SearchPage | None:
    if not source or location.startswith(_NOT_SEARCHED):
        return None
    if "\n::: " in source:
        return read_generated(source, location)
    return read_written(page_html, location)


def _write(path: Path, content: str) -> bool:
    """Write *content* unless it stands there already; say whether it was written."""
    data = content.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def refuse_uncured(report: FinishReport) -> None:
    """Stop where a cure found no place: the theme has changed under us.

    Raises:
        SiteError: naming the first cures and their pages.
    """
    if report.uncured:
        some: Sequence[str] = report.uncured[:3]
        raise SiteError(
            "mkdocs.yml",
            f"{len(report.uncured)} cures of the theme's pages found no place ({'; '.join(some)})",
            "Use the versions of the lock file, theme.language zh and the search plugin; "
            "after an upgrade of the theme look through build_tools/publish/cures.py.",
        )

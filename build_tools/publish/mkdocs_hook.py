"""The MkDocs hook: finish the site after each build.

All that MkDocs sees of Kanbao besides the Markdown extension. The same is done by
``kanbao finish SITE`` for an engine without hooks. MkDocs is not imported: what is needed
of its objects is spelled out here.
"""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Protocol

from build_tools.errors import BuildError
from build_tools.publish.finish import finish_site, refuse_uncured


class _Page(Protocol):
    meta: MutableMapping[str, object]


class _Config(Protocol):
    docs_dir: str
    site_dir: str


def on_page_markdown(_markdown: str, *, page: _Page, **_others: object) -> None:
    """Keep the page out of Material's own index, which ours replaces: most of a build's time."""
    page.meta["search"] = {"exclude": True}


def on_post_build(*, config: _Config) -> None:
    """Finish the built tree.

    Raises:
        SystemExit: the site cannot be finished; MkDocs would show a traceback for less.
    """
    try:
        refuse_uncured(finish_site(Path(config.site_dir), Path(config.docs_dir)))
    except BuildError as error:
        raise SystemExit(str(error)) from error

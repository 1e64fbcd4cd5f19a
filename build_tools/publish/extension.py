"""The Python-Markdown extension: blocks of the page notation become finished HTML.

The blocks are taken out before any other preprocessor sees them and put back after the
last postprocessor, so that the paper's text never meets Markdown. In between a comment
stands in their place.
"""

import re
from collections.abc import Iterator, Sequence

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from build_tools.publish.markup_page import render_blocks
from build_tools.publish.notation import FENCE, Block, parse_blocks

# Python-Markdown's own run from 0 to 30, those of extensions seldom beyond 200.
_BEFORE_ALL = 10_000
_AFTER_ALL = -10_000
_PLACE = "<!--kanbao:{}-->"
_PLACES = re.compile(r"<!--kanbao:([0-9]{1,6})-->")
_CODE = re.compile(r"(`{3,}|~{3,})")


class KanbaoExtension(Extension):
    """Turns the page notation into HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register both ends of the way round Markdown."""
        taken: list[str] = []
        md.preprocessors.register(_TakeOut(md, taken), "kanbao_take_out", _BEFORE_ALL)
        md.postprocessors.register(_PutBack(md, taken), "kanbao_put_back", _AFTER_ALL)


def makeExtension(**configs: object) -> KanbaoExtension:  # noqa: N802 - Python-Markdown's name
    """Give the extension; Python-Markdown calls this for a module's name."""
    return KanbaoExtension(**configs)


class _TakeOut(Preprocessor):
    """Renders each run of blocks and leaves a comment in its place."""

    def __init__(self, md: Markdown, taken: list[str]) -> None:
        super().__init__(md)
        self._taken = taken

    def run(self, lines: list[str]) -> list[str]:
        self._taken.clear()
        left: list[str] = []
        for part in _split_runs(lines):
            if isinstance(part, str):
                left.append(part)
                continue
            left += ["", _PLACE.format(len(self._taken)), ""]
            self._taken.append(render_blocks(part))
        return left


class _PutBack(Postprocessor):
    """Puts the HTML where its comment stands."""

    def __init__(self, md: Markdown, taken: list[str]) -> None:
        super().__init__(md)
        self._taken = taken

    def run(self, text: str) -> str:
        return _PLACES.sub(self._find, text)

    def _find(self, place: re.Match[str]) -> str:
        number = int(place[1])
        return self._taken[number] if number < len(self._taken) else place[0]


def _split_runs(lines: Sequence[str]) -> Iterator[str | tuple[Block, ...]]:
    """Gather neighbouring blocks; what only blank lines part is one run."""
    run: list[Block] = []
    for part in _parse_outside_code(lines):
        if isinstance(part, Block):
            run.append(part)
            continue
        if run and part.strip():
            yield tuple(run)
            run = []
        yield part
    if run:
        yield tuple(run)


def _parse_outside_code(lines: Sequence[str]) -> Iterator[str | Block]:
    """Read blocks, but none inside a fenced code block: there the notation is an example."""
    start = position = 0
    while position < len(lines):
        if lines[position].startswith(f"{FENCE} "):
            position = _skip_to(lines, position, FENCE)
        elif code := _CODE.match(lines[position]):
            yield from parse_blocks(lines[start:position])
            end = _skip_to(lines, position, code[1])
            yield from lines[position:end]
            start = position = end
        else:
            position += 1
    yield from parse_blocks(lines[start:])


def _skip_to(lines: Sequence[str], opening: int, closing: str) -> int:
    """Give the place after the next line that is *closing*, or the end."""
    for position in range(opening + 1, len(lines)):
        if lines[position].rstrip() == closing:
            return position + 1
    return len(lines)

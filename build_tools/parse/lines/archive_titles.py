"""Titles that archives of papers set over every story, above its printed heading."""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.parse.lines.line import RUNNING, Line, LineKind

MAX_ARCHIVE_LINES = 10
"""How far below an archive's title its printed heading ends."""
ARCHIVE_RULE = "is_archive_title"
"""The rule of a title that an archive set over a story; its neighbours change nothing in it."""
_NUMBER = re.compile(r"^\d{1,3}[.、]\s?")
# 第1版()专栏： before the words of a story, its title among them.
_RUN_IN = re.compile(r"第\d{1,2}版[(（][^()（）]{0,10}[)）]\s?专栏\s?[:：]")
_MARK = re.compile(r"^#+\s?")


def settle_titles(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Know an archive's titles without marks: page and column stand under them, then the same.

    Source: archives of papers on the web: 新窑出砖 工人喜 / 第1版() / 新窑出砖 / 工人喜; or in one
    line: 第1版()专栏： 新窑出砖 工人喜 【本报讯】….
    Not: a line that the printed heading does not repeat whole.
    """
    return tuple(
        replace(line, kind=LineKind.HEADING, rule=ARCHIVE_RULE)
        if line.kind in {LineKind.HEADING, LineKind.TEXT}
        and (_is_over_run_in_text(lines, at) or _is_repeated(lines, at))
        else line
        for at, line in enumerate(lines)
    )


def is_in_archive_title(lines: Sequence[Line], place: int) -> bool:
    """A printed heading line that the archive's own title repeats, full stop and all.

    Source: archives of papers: ### kicker, headline, deck, then the same on their own lines.
    Not: a first paragraph, however short.
    """
    for above in range(place - 1, max(-1, place - MAX_ARCHIVE_LINES), -1):
        if lines[above].rule == ARCHIVE_RULE:
            return lines[place].text in re.split(r"\s{2,}", _MARK.sub("", lines[above].text))
        if lines[above].kind in RUNNING:
            return False
    return False


def _is_over_run_in_text(lines: Sequence[Line], place: int) -> bool:
    """Whether the next line is page, column and story in one, the story's title first."""
    below = lines[place + 1].text if place + 1 < len(lines) else ""
    head = _RUN_IN.match(below)
    title = _NUMBER.sub("", lines[place].text)
    return head is not None and below[head.end() :].strip().startswith(title)


def _is_repeated(lines: Sequence[Line], place: int) -> bool:
    """Whether heading lines under page and column are the words of the line at *place*."""
    below = lines[place + 1 : place + MAX_ARCHIVE_LINES]
    start = next((at for at, line in enumerate(below) if line.kind is not LineKind.SECTION), 0)
    title = _NUMBER.sub("", lines[place].text)
    words = "".join(title.split())
    for line in below[start:] if start else ():
        printed = "".join(line.text.split())
        if not words.startswith(printed):
            return False
        words = words[len(printed) :]
        if not words:
            return True
    return False

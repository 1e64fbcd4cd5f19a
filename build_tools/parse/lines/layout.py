"""How a text is set: what its indents and its blank lines stand for."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.parse.lines.bylines import is_byline
from build_tools.parse.lines.datelines import DATELINE
from build_tools.parse.source.files import SourceText

# After these a paragraph is complete; a line that ends in anything else was cut.
FINISHED = "。！？!?…”’」』）)】》〉；;：:"

MIN_BODY_CHARS = 30
"""Shortest line that is surely running text; headings of that length are few."""
MIN_BODY_LINES = 3
"""Fewest body lines from which a habit is read; with fewer any share is chance."""
MIN_INDENTED_SHARE = 0.9
"""Least share of body lines that are indented where indents mean something."""
MIN_FLUSH_HEADS = 2
"""Fewest flush lines over indented text that show the habit by themselves."""
MAX_PARTED_SHARE = 0.2
"""Largest share of neighbouring body lines with a blank between where blanks part stories."""
MIN_RIGHT_CHARS = 6
"""Fewest spaces before a line that is set to the right."""
MIN_SPEECHES = 3
"""Fewest lines that open with the same name and a colon in an interview."""

_SPEAKER = re.compile(r"([\u4e00-\u9fffA-Z]{1,8})[：:]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """One line with something on it."""

    line_no: int
    """From 1."""
    text: str
    """Without spaces around it."""
    is_indented: bool
    """Spaces stood before it."""
    follows_blank: bool
    """A blank line, or nothing at all, stood above it."""
    is_set_right: bool = False
    """So many spaces stood before it that it is set to the right, as signatures are."""
    pieces: tuple["PrintedLine", ...] = ()
    """The printed lines it was joined from; empty where it stands on one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Habits that hold through a whole text."""

    indents_body: bool
    """Paragraphs are indented, so that what is not is a heading."""
    parts_stories: bool
    """A blank line stands between stories and nowhere else."""
    speakers: frozenset[str]
    """Who speaks in an interview: ``记者``, ``答``."""
    marks_stories: bool = False
    """Nearly every headline has its writers or a dateline under it, or a web page's foot above."""


def read_printed_lines(source: SourceText) -> tuple[PrintedLine, ...]:
    """Give the lines that are not blank."""
    printed: list[PrintedLine] = []
    follows_blank = True
    for line_no, raw in enumerate(source.lines, start=1):
        text = raw.strip()
        if text:
            printed.append(
                PrintedLine(
                    line_no=line_no,
                    text=text,
                    is_indented=raw[0].isspace(),
                    follows_blank=follows_blank,
                    is_set_right=len(raw) - len(raw.lstrip()) >= MIN_RIGHT_CHARS,
                )
            )
        follows_blank = not text
    return tuple(printed)


def measure_layout(lines: Sequence[PrintedLine]) -> Layout:
    """Tell the habits of a text from all its *lines*.

    Source: newspaper habit: web editions indent paragraphs by two ideographic spaces and leave
    headings flush; texts out of PDFs part every line, or only the stories, by a blank one.
    """
    body = [is_body(line) for line in lines]
    indented = [line.is_indented for line, is_long in zip(lines, body, strict=True) if is_long]
    parted = [
        line.follows_blank
        for (line, _), (is_long, was_long) in zip(
            ((after, before) for before, after in pairwise(lines)),
            ((after, before) for before, after in pairwise(body)),
            strict=True,
        )
        if is_long and was_long
    ]
    has_blanks = sum(line.follows_blank for line in lines) > 1
    return Layout(
        indents_body=_is_habit(indented) and _sets_headlines_flush(lines),
        parts_stories=has_blanks
        and len(parted) >= MIN_BODY_LINES
        and sum(parted) <= MAX_PARTED_SHARE * len(parted),
        speakers=_find_speakers(lines),
    )


def _sets_headlines_flush(lines: Sequence[PrintedLine]) -> bool:
    """Whether headlines stand out by being flush.

    Told from the lines that are surely headlines, those over a byline or a dateline, and from
    how many short flush lines stand over indented ones: a column of briefs may be indented as
    a whole.
    """
    heads = [
        (above.is_indented, DATELINE.match(below.text) is not None or is_byline(below.text))
        for above, below in pairwise(lines)
        if len(above.text) < MIN_BODY_CHARS and above.text[-1] not in "。，；" and below.is_indented
    ]
    sure = [is_indented for is_indented, is_sure in heads if is_sure]
    if sure and 2 * sum(sure) < len(sure):
        return True
    flush = sum(not is_indented for is_indented, _ in heads)
    return flush >= max(MIN_FLUSH_HEADS, sum(sure) + 1)


def is_body(line: PrintedLine) -> bool:
    """Whether *line* is long and complete: a paragraph beyond doubt."""
    return len(line.text) >= MIN_BODY_CHARS and line.text[-1] in FINISHED


def _is_habit(marks: Sequence[bool]) -> bool:
    return len(marks) >= MIN_BODY_LINES and sum(marks) >= MIN_INDENTED_SHARE * len(marks)


def _find_speakers(lines: Sequence[PrintedLine]) -> frozenset[str]:
    heads = Counter(match[1] for line in lines if (match := _SPEAKER.match(line.text)))
    return frozenset(name for name, count in heads.items() if count >= MIN_SPEECHES)

"""Whole newspaper pages with their answers: tests/cases/split/*.page.

The pages are invented: papers, towns, people and events. Each has the habits of one kind of page
throughout. A file is UTF-8 with LF, and begins with what it is::

    encoding: gb18030                        what a test makes bytes with
    newline: crlf                            lf, crlf or cr
    habit: legal county paper out of a PDF   what kind of page this is
    story 1: headline=桥通了（小议） | alt=桥通了 | bylines=江月 陶敏 | section= | kind=article
    story 2: continues=1

``headline`` is empty where the story has none; ``alt`` is another one that a fair reader would
take, and there may be several. ``bylines`` are the writers (of a picture, who took it) wherever
they are named; agencies and offices do not count. ``continues`` is the second half of a turned
story (上接第一版).

Behind ``---`` stands the page, a line a line: the story's number (``-`` for page furniture), the
line's role, a bar, and the line as it stands::

    1H |桥通了（小议）
    1B |□本报记者 江月 通讯员 陶敏
    |
    1P |　　老桥修了三个月，昨天通车。
    -F |责任编辑：何川

Only a bar is a blank line. The roles are those of `MEANING_BY_ROLE`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

PAGES = Path(__file__).parents[1] / "cases" / "split"

_ROW = re.compile(r"(?P<story>\d+|-)(?P<role>[A-Z]+) *\|(?P<text>.+)")
_STORY = re.compile(r"story (\d+): ?(.*)")
_NEWLINES = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}


MEANING_BY_ROLE = {
    # Over the text
    "S": "section (栏目)",
    "K": "kicker (引题)",
    "H": "headline (主题); one may have several lines",
    "D": "deck (副题)",
    "B": "byline (署名)",
    "TURN": "（下转第四版）, （上接第一版）",
    # The text
    "P": "paragraph, or the first line of one that is broken",
    "C": "rest of a paragraph that the line above broke off",
    "SH": "sub-heading (小标题) or pull quote",
    "Q": "question of an interview",
    "V": "line of a poem",
    "L": "row of a list",
    "CAP": "caption (图片说明)",
    "CR": "who took the picture",
    "SIG": "who signs, and the day",
    "AN": "the author's post, the editor's note (编者按)",
    "T": "（新华社…电）",
    # Of the page, not of a story
    "F": "furniture",
}
OVER_TEXT = frozenset(("S", "K", "H", "D", "B", "TURN"))
"""What stands over a story's text: any of its lines may be called its first."""


class PageError(ValueError):
    """A page file that is not as it must be, or a split that cannot be of its page."""

    def __init__(self, place: object, problem: str) -> None:
        """Say where and what."""
        super().__init__(f"{place}: {problem}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One line that is not blank."""

    line_no: int
    """From 1."""
    story: int | None
    """Its story's number; `None` for furniture."""
    role: str
    """``H``."""
    text: str
    """As it stands, its spaces too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStory:
    """One story, and the answers."""

    number: int
    """On its page, from 1."""
    headline: str
    """As printed: ``桥通了（小议）``; empty where there is none."""
    other_headlines: tuple[str, ...]
    """What counts as right too: ``桥通了``."""
    bylines: tuple[str, ...]
    """Personal names without inner spaces: ``江月``."""
    kind: str
    """``article``, ``commentary``, ``photo``, ``brief``, ``notice``; empty for a second half."""
    continues: int | None
    """The story of which this is the second half."""
    lines: tuple[PageLine, ...]
    """Never empty; in the order of the page."""

    @property
    def heading_lines(self) -> range:
        """From its first line to the first of its text: where it may be said to open."""
        body = next((line for line in self.lines if line.role not in OVER_TEXT), self.lines[-1])
        return range(self.lines[0].line_no, body.line_no + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCase:
    """One page."""

    name: str
    """``party_daily_1``."""
    encoding: str
    """``gb18030``."""
    newline: str
    """LF, CR LF or CR."""
    habit: str
    """What kind of page it is, in English."""
    stories: tuple[PageStory, ...] = field(repr=False)
    """In the order of their numbers."""
    rows: tuple[str, ...] = field(repr=False)
    """Every line as it stands, blank ones too."""
    furniture: frozenset[int] = field(repr=False)
    """Numbers of the lines that belong to no story."""

    @property
    def text(self) -> str:
        """The page, with its own line ends."""
        return "".join(row + self.newline for row in self.rows)

    @property
    def content(self) -> bytes:
        """The page as the bytes of a file."""
        return self.text.encode(self.encoding)


@cache
def load_pages() -> tuple[PageCase, ...]:
    """Give all pages, by name."""
    return tuple(
        parse_page(path.read_bytes().decode(), name=path.stem)
        for path in sorted(PAGES.glob("*.page"))
    )


def parse_page(text: str, *, name: str) -> PageCase:
    """Read one page file.

    Raises:
        PageError: a line that is neither blank nor marked, a field that is missing or unknown,
            a story without lines or lines without story, an answer that is not on the page.
    """
    head, _, body = text.partition("\n---\n")
    fields, answers = _parse_head(head)
    rows = body.removesuffix("\n").split("\n")
    lines = tuple(_parse_rows(rows, name))
    by_story: dict[int, list[PageLine]] = {number: [] for number in answers}
    for line in lines:
        if line.story is not None:
            if line.story not in by_story:
                raise PageError(f"{name}:{line.line_no}", f"story {line.story} is not declared")
            by_story[line.story].append(line)
    stories = tuple(
        _parse_story(number, answer, by_story[number], name) for number, answer in answers.items()
    )
    return PageCase(
        name=name,
        encoding=fields["encoding"],
        newline=_NEWLINES[fields["newline"]],
        habit=fields["habit"],
        stories=stories,
        rows=tuple(row.partition("|")[2] for row in rows),
        furniture=frozenset(line.line_no for line in lines if line.story is None),
    )


def _parse_head(head: str) -> tuple[dict[str, str], dict[int, str]]:
    fields: dict[str, str] = {}
    answers: dict[int, str] = {}
    for row in head.split("\n"):
        if match := _STORY.fullmatch(row):
            answers[int(match[1])] = match[2]
        else:
            field, _, value = row.partition(": ")
            fields[field] = value
    return fields, answers


def _parse_rows(rows: Sequence[str], name: str) -> Iterator[PageLine]:
    for line_no, row in enumerate(rows, start=1):
        if row.startswith("|") and not row[1:].strip():
            continue
        match = _ROW.fullmatch(row)
        if not match or match["role"] not in MEANING_BY_ROLE:
            raise PageError(f"{name}:{line_no}", f"{row!r} has no story and role before its bar")
        yield PageLine(
            line_no=line_no,
            story=None if match["story"] == "-" else int(match["story"]),
            role=match["role"],
            text=match["text"],
        )


def _parse_story(number: int, answer: str, lines: Sequence[PageLine], name: str) -> PageStory:
    fields: dict[str, list[str]] = {}
    for part in answer.split("|"):
        key, _, value = part.strip().partition("=")
        fields.setdefault(key, []).append(value.strip())
    continues = fields.get("continues", [""])[0]
    if not continues and not fields.keys() >= {"headline", "bylines", "kind"}:
        raise PageError(name, f"story {number} lacks headline=, bylines= or kind=")
    story = PageStory(
        number=number,
        headline=fields.get("headline", [""])[0],
        other_headlines=tuple(fields.get("alt", ())),
        bylines=tuple(fields.get("bylines", [""])[0].split()),
        kind=fields.get("kind", [""])[0],
        continues=int(continues) if continues else None,
        lines=tuple(lines),
    )
    _refuse_wrong_answers(story, _joined(lines), name)
    return story


def _refuse_wrong_answers(story: PageStory, text_by_role: Mapping[str, str], name: str) -> None:
    """Stop at a headline or name that is not on the page, and at a story without lines."""
    if not story.lines:
        raise PageError(name, f"story {story.number} has no lines")
    if without_spaces(story.headline) not in text_by_role.get("H", ""):
        raise PageError(name, f"story {story.number}: no line says {story.headline!r}")
    text = "".join(text_by_role.values())
    for byline in story.bylines:
        if byline not in text:
            raise PageError(name, f"story {story.number}: no line names {byline!r}")


def _joined(lines: Sequence[PageLine]) -> dict[str, str]:
    """Give the text of each role; the rest of a broken line counts to what it goes on with."""
    text_by_role: dict[str, str] = {}
    role = ""
    for line in lines:
        role = role if line.role == "C" and role else line.role
        text_by_role[role] = text_by_role.get(role, "") + without_spaces(line.text)
    return text_by_role


def without_spaces(text: str) -> str:
    """Give the characters of *text* that can be seen: spaces are layout."""
    return "".join(text.split())

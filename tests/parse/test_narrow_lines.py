"""Prose in narrow lines, as it is copied out of a PDF: the same pages, set again."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import pytest

from build_tools.parse.folders import Masthead
from build_tools.parse.lines.layout import read_printed_lines
from build_tools.parse.lines.narrow_lines import join_narrow_lines
from build_tools.parse.outline.entries import format_outline, parse_outline
from build_tools.parse.plan import plan_page
from build_tools.parse.source.files import parse_source_text
from build_tools.parse.split import split_issue
from tests.parse.newspaper import split
from tests.parse.page_cases import PAGES, PageCase, load_pages, parse_page
from tests.parse.page_scores import count_lost, find_stories, score_page, total

WIDTHS = (15, 18, 24)
"""Characters a line."""
NAMES = ("party_daily_1", "party_daily_2", "party_daily_3", "sports_1", "sports_2", "notices_1")
"""Pages with indented paragraphs, which stay told apart in any width."""
MASTHEAD = Masthead(issue_id="1", paper="榆川时报")
MIN_BOUNDARY_F1 = 0.97
MIN_CLEAN_SHARE = 0.93

_NEVER_FIRST = "，。、；：！？”’）》"


def _set_narrow(page: str, width: int) -> str:
    """Break every paragraph of a page file at *width* characters, as print does."""
    head, _, body = page.partition("\n---\n")
    return head + "\n---\n" + "\n".join(_break_rows(body, width))


def _break_rows(body: str, width: int) -> Iterator[str]:
    for row in body.split("\n"):
        match = re.fullmatch(r"(\d+)(P|AN|CAP) *\|(.*)", row)
        if not match or len(match[3]) <= width:
            yield row
            continue
        for at, piece in enumerate(_break_line(match[3], width)):
            yield f"{match[1]}{match[2] if at == 0 else 'C'} |{piece}"


def _break_line(text: str, width: int) -> list[str]:
    pieces = [""]
    used = 0.0
    for character in text:
        size = 1 if unicodedata.east_asian_width(character) in "WFA" else 0.5
        if used + size > width and character not in _NEVER_FIRST:
            pieces.append("")
            used = 0.0
        pieces[-1] += character
        used += size
    return pieces


def _narrow_pages(width: int) -> list[PageCase]:
    return [
        parse_page(
            _set_narrow((PAGES / f"{name}.page").read_text(encoding="utf-8"), width), name=name
        )
        for name in NAMES
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_stories_are_the_same_in_columns_of(width: int) -> None:
    cases = _narrow_pages(width)
    score = total([score_page(case, find_stories(split(case.text), case.rows)) for case in cases])
    assert score.boundary_f1 >= MIN_BOUNDARY_F1, score
    assert score.clean >= MIN_CLEAN_SHARE * sum(len(case.stories) for case in cases), score
    assert all(count_lost(split(case.text), case.rows) == 0 for case in cases)


@pytest.mark.parametrize("case", load_pages(), ids=lambda case: case.name)
def test_wide_lines_and_verse_stay_as_they_are_on(case: PageCase) -> None:
    printed = read_printed_lines(parse_source_text(case.text.encode(), name="issue.txt"))
    assert join_narrow_lines(printed) == printed


def test_every_mend_of_a_paragraph_is_reported_once() -> None:
    case = _narrow_pages(18)[0]
    issue = split(case.text)
    plan = plan_page(
        parse_source_text(case.text.encode(), name="issue.txt"),
        MASTHEAD,
    )
    joined = [block for block in plan.blocks if len(block.lines) > 1]
    assert len(issue.mends) == len(joined) > 0


@pytest.mark.parametrize("width", WIDTHS)
def test_outline_of_narrow_lines_changes_nothing_unedited_in_columns_of(width: int) -> None:
    for case in _narrow_pages(width):
        source = parse_source_text(case.text.encode(), name="issue.txt")
        rows = format_outline(plan_page(source, MASTHEAD), "issue.txt")
        by_rules = split_issue(source, MASTHEAD)
        fitted = split_issue(source, MASTHEAD, parse_outline(rows, "outline.txt"))
        assert fitted == replace(by_rules, guesses=()), case.name


def test_editor_parts_a_paragraph_that_was_joined_from_narrow_lines() -> None:
    case = _narrow_pages(18)[0]
    source = parse_source_text(case.text.encode(), name="issue.txt")
    rows = format_outline(plan_page(source, MASTHEAD), "issue.txt")
    joined = next(row for row in rows.split("\n") if re.match(r"body +\d+-\d+ ", row))
    first, last = map(int, re.findall(r"\d+", joined)[:2])
    parted = f"body {first}\nbody {first + 1}-{last}"
    edited = parse_outline(rows.replace(joined, parted), "outline.txt")
    spans = [p.span for s in split_issue(source, MASTHEAD, edited).stories for p in s.paragraphs]
    assert (first, first) in {(span.first_line, span.last_line) for span in spans}
    assert (first + 1, last) in {(span.first_line, span.last_line) for span in spans}

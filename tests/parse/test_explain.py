"""Why a line is what it is, put for an editor."""

import re
from pathlib import Path

import pytest
import yaml

from build_tools.errors import InputError
from build_tools.parse.folders import Masthead
from build_tools.parse.outline.entries import parse_outline
from build_tools.parse.outline.explain import explain_line
from build_tools.parse.outline.reasons import REASON_BY_RULE
from build_tools.parse.source.files import parse_source_text
from build_tools.parse.split import fit_page
from build_tools.parse.stories.roles import Plan
from tests.parse.page_cases import load_pages

TEXT = """\
第3版

■聚焦

会议提出：
老桥修好了
——绕路的日子结束了

□本报记者 江月

老桥修了三个月，昨天终于通车，村民们扶老携幼，大人牵着孩子，都到桥上来看，有人

还带来了自家的西瓜。

桥上看河

孩子们站在桥上数船，一共数到十七条。

他们说，明天还要再来数一遍。
"""


def _plan(text: str, outline: str | None = None) -> Plan:
    edited = parse_outline(outline, "outline.txt") if outline is not None else None
    source = parse_source_text(text.encode(), name="issue.txt")
    return fit_page(source, Masthead(issue_id="case", paper="青禾日报"), edited).plan


def _explain(line_no: int, text: str = TEXT, outline: str | None = None) -> str:
    return explain_line(_plan(text, outline), line_no, "case/issue.txt")


def test_heading_is_explained_by_its_rule_and_that_of_its_story() -> None:
    assert _explain(15) == (
        "case/issue.txt:15: 桥上看河\n"
        "\n"
        "subheading (guess):\n"
        "  No habit makes a headline of it, and its text goes on with the story above.\n"
        "  (the rule is_subheading)\n"
        "\n"
        "in the story that opens at line 3, 老桥修好了 (sure):\n"
        "  The first heading of all.\n"
        "  As in: a page begins with a headline, bylined or not.\n"
        "  Unlike: page furniture, which was taken out before.\n"
        "  (the rule opens_page)\n"
    )


def test_line_that_opens_its_story_says_so() -> None:
    assert "\nin the story that opens here (sure):\n" in _explain(3)


@pytest.mark.parametrize("line_no", [5, 6])
def test_kicker_and_headline_are_explained_together(line_no: int) -> None:
    told = _explain(line_no)
    assert "  So the upper one is the kicker, the lower one the headline.\n" in told


@pytest.mark.parametrize(
    ("line_no", "role", "rule"),
    [(3, "section", "is_section"), (7, "deck", "is_deck_line"), (9, "byline", "is_byline")],
)
def test_lines_over_a_story_are_explained(line_no: int, role: str, rule: str) -> None:
    told = _explain(line_no)
    assert f"\n{role} (sure):\n" in told
    assert f"  (the rule {rule})\n" in told


def test_furniture_is_in_no_story() -> None:
    told = _explain(1)
    assert told.startswith(
        "case/issue.txt:1: 第3版\n\nfurniture (sure):\n  A page number by itself"
    )
    assert told.endswith("\nof the page: in no story\n")


@pytest.mark.parametrize("line_no", [11, 13])
def test_every_line_of_a_mended_paragraph_says_what_joined_it(line_no: int) -> None:
    told = _explain(line_no)
    assert "\nbody (sure):\n" in told
    assert "\none paragraph with the lines 11+13:\n  A line breaks off within" in told


def test_printed_column_is_explained_as_such() -> None:
    page = next(case for case in load_pages() if case.name.startswith("tabloid"))
    plan = _plan("\n".join(page.rows))
    column = next(block for block in plan.blocks if block.rule == "is_in_printed_column")
    told = explain_line(plan, column.lines[1].line_no, "x")
    assert "  Lines of one block of a printed column are one paragraph.\n" in told


@pytest.mark.parametrize(
    ("line_no", "problem"),
    [
        (2, "the line is blank"),
        (20, "the text ends at line 19"),
        (10**30, "the text ends at line 19"),
        (0, "there is no such line"),
        (-7, "there is no such line"),
    ],
)
def test_line_without_text_is_refused(line_no: int, problem: str) -> None:
    with pytest.raises(InputError) as refused:
        _explain(line_no)
    assert str(refused.value) == (
        f"case/issue.txt:{line_no}: {problem}. Name a line that has text on it."
    )


# --- With an outline

OUTLINE = """\
furniture 1
section 3
story
kicker 5
headline 6  老桥修好了
headline 7
byline 9
body 11
body 13
headline 15
body 17
"""


def test_what_an_editor_decided_says_so() -> None:
    told = _explain(11, outline=OUTLINE)
    assert "\nbody (sure):\n  outline.txt says so.\n  (the rule is_in_outline)\n\n" in told
    assert "one paragraph" not in told
    assert "in the story that opens at line 5, 老桥修好了 (sure):\n  outline.txt says so.\n" in told


def test_what_the_outline_does_not_know_says_so() -> None:
    told = _explain(19, outline=OUTLINE)
    assert "  outline.txt does not know this line.\n" in told
    assert "outline.txt does not know" not in _explain(19)


def test_second_headline_of_a_story_says_why_it_is_none() -> None:
    assert "subheading (sure):\n  outline.txt makes a heading of it, but" in _explain(
        15, outline=OUTLINE
    )


def test_page_whose_first_story_nothing_opens_says_so() -> None:
    assert _explain(9, outline=OUTLINE.replace("story\n", "")).endswith(
        "\nin the first story of the page, which nothing opens\n"
    )


def test_line_on_no_page_says_so() -> None:
    outline = OUTLINE.replace("body 17", "unplaced 17")
    assert _explain(17, outline=outline).endswith("\nin no story, and on no page\n")


def test_second_half_says_that_its_story_goes_on() -> None:
    told = _explain(17, outline=OUTLINE.replace("body 17", "turned\nbody 17"))
    assert "\nthe rest of a story, which goes on here (sure):\n" in told


# --- Every rule


def _all_texts() -> list[tuple[str, str]]:
    cases = Path(__file__).parents[1] / "cases" / "parse"
    inputs = [
        (case["title"], case["input"])
        for path in sorted(cases.glob("*.yml"))
        for case in yaml.safe_load_all(path.read_text(encoding="utf-8"))
    ]
    return [*inputs, *((page.name, "\n".join(page.rows)) for page in load_pages())]


@pytest.mark.parametrize(("name", "text"), _all_texts(), ids=lambda value: value[:40].strip())
def test_every_rule_that_decided_says_why(name: str, text: str) -> None:
    rules = {rule for block in _plan(text).blocks for rule in (block.rule, block.start_rule)}
    assert sorted(rules - REASON_BY_RULE.keys() - {""}) == [], name


@pytest.mark.parametrize("rule", sorted(REASON_BY_RULE))
def test_reason_is_put_for_people_who_read_no_code(rule: str) -> None:
    reason = REASON_BY_RULE[rule]
    assert re.match(r"[A-Z]|outline\.txt ", reason)
    assert all(len(row) <= 100 for row in reason.split("\n"))
    for code in ("Whether", ">>>", "``", "Args:", "Source:", "Not:", "*text*", "*line*", "  "):
        assert code not in reason

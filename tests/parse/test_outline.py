"""The outline as it is printed, read back, and given to programs."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given

from build_tools.errors import InputError, IssueFolderError
from build_tools.model import Issue
from build_tools.parse.folders import Masthead
from build_tools.parse.outline.entries import EditedOutline, format_outline, parse_outline
from build_tools.parse.outline.report import outline_issue
from build_tools.parse.plan import plan_page
from build_tools.parse.source.files import SourceText, parse_source_text
from build_tools.parse.split import split_issue
from build_tools.parse.stories.roles import Opening, Role
from tests.parse.newspaper import newspapers, split
from tests.parse.page_cases import PageCase, load_pages

MASTHEAD = Masthead(issue_id="case", paper="报")

TEXT = """\
第3版

■聚焦

会议提出：
老桥修好了
——绕路的日子结束了

□本报记者 江月 通讯员 陶敏

老桥修了三个月，昨天终于通车，村民们扶老携幼都来看。

桥上看河

孩子们站在桥上数船。

放学

孩子们排队走过斑马线。

何川 摄

■天气
"""


def _source(text: str) -> SourceText:
    return parse_source_text(text.encode(), name="issue.txt")


def _outline(text: str) -> str:
    return format_outline(plan_page(_source(text), MASTHEAD), "case/issue.txt")


def _parse(*rows: str) -> EditedOutline:
    return parse_outline("\n".join(rows), "case/outline.txt")


# --- For programs


def test_outline_holds_everything_that_was_found() -> None:
    outline = outline_issue(split(TEXT))
    assert outline == {
        "stories": [
            {
                "headline": "老桥修好了",
                "kicker": "会议提出：",
                "deck": "——绕路的日子结束了",
                "section": "聚焦",
                "dateline": None,
                "bylines": ["江月", "陶敏"],
                "kind": "article",
                "text": TEXT[TEXT.index("■聚焦") : TEXT.index("放学")]
                .replace("\n\n", "\n")
                .strip(),
                "paragraphs": [
                    "老桥修了三个月，昨天终于通车，村民们扶老携幼都来看。",
                    "孩子们站在桥上数船。",
                ],
                "dividers": [],
                "captions": [],
                "credits": [],
                "subheadings": ["桥上看河"],
            },
            {
                "headline": "放学",
                "kicker": None,
                "deck": None,
                "section": "聚焦",
                "dateline": None,
                "bylines": ["何川"],  # a photographer counts among them
                "kind": "photo",
                "text": "放学\n孩子们排队走过斑马线。\n何川 摄",
                "paragraphs": [],
                "dividers": [],
                "captions": ["孩子们排队走过斑马线。"],
                "credits": [{"printed": "何川 摄", "role": "", "names": ["何川"]}],
                "subheadings": [],
            },
        ],
        "furniture": ["第3版"],
        "unplaced": ["■天气"],
    }


def test_number_between_two_parts_of_an_essay_is_no_subheading() -> None:
    issue = split("过河\n\n桥没有修。\n\n一\n\n船也停了。\n\n二\n\n水退了。\n")
    printed = json.dumps(outline_issue(issue), ensure_ascii=False)
    assert '"dividers": ["一", "二"]' in printed
    assert '"subheadings": []' in printed


# --- For people


def test_outline_has_a_row_a_block_and_a_row_where_a_story_opens() -> None:
    rows = _outline(TEXT).splitlines()
    assert all(len(row) <= 100 for row in rows)
    assert [row for row in rows if row and row[0] != "#"] == [
        "furniture   1         第3版  # sure: is_page_number",
        "story  # sure: opens_page",
        "section     3         ■聚焦  # sure: is_section",
        "kicker      5         会议提出：  # sure: ends_as_kicker",
        "headline    6         老桥修好了  # sure: ends_as_kicker",
        "deck        7         ——绕路的日子结束了  # sure: is_deck_line",
        "byline      9         □本报记者 江月 通讯员 陶敏  # sure: is_byline",
        "body        11        老桥修了三个月，昨天终于通车，村  # sure: is_text",
        "subheading  13        桥上看河  # guess: is_subheading",
        "body        15        孩子们站在桥上数船。  # sure: is_text",
        "story  # likely: stands_over_picture",
        "headline    17        放学  # likely: is_first_line",
        "body        19        孩子们排队走过斑马线。  # sure: is_text",
        "credit      21        何川 摄  # sure: is_credit",
        "story  # sure: stands_under_section",
        "section     23        ■天气  # sure: is_section",
    ]


def test_outline_says_how_to_correct_it_and_names_every_kind() -> None:
    head = "".join(row for row in _outline(TEXT).splitlines(keepends=True) if row[0] == "#")
    assert "case/issue.txt" in head
    assert [role for role in Role if not re.search(rf"\b{role}\b", head)] == []


def test_mended_paragraph_shows_where_each_piece_begins() -> None:
    # 办|法 (a way) was cut by a column break.
    text = "修路记\n\n路修了三次，坏了三次，村里人想了一个又一个的办\n\n法，最后自己动手。\n"
    assert (
        "body        3+5       路修了三次，坏了三次，村里人想了 | 法，最后自己动手。  #"
        in _outline(text)
    )


def test_row_holds_nothing_that_would_end_or_reorder_it() -> None:
    rows = _outline("桥|修\u202e好#了 \n\n路修好了，\u200b大家都说好。\n").splitlines()
    assert rows[-2:] == [
        "headline    1         桥 修好 了  # sure: is_first_line",
        "body        3         路修好了，大家都说好。  # sure: is_text",
    ]


def test_readme_shows_an_outline_as_it_is_printed() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("## Correcting the split")[2].split("```\n")[1]
    text = (
        "第3版\n\n■民生\n\n老桥修好了\n\n□本报记者 江月\n\n"
        "老桥修了三个月，昨天通车，全村的男女老少都从家里走出来，沿着河堤一路走到桥头，一边走一"
        "\n\n边说笑，都来看一看新桥的样子。\n\n"
        "桥上看河\n\n孩子们站在桥上数船，从早上数到中午，一共数到十七条。\n"
    )
    assert _outline(text).endswith(f"\n{shown}")


# --- Read back


def _assert_same_as_by_rules(text: str, by_rules: Issue) -> None:
    fitted = split_issue(_source(text), MASTHEAD, parse_outline(_outline(text), "outline.txt"))
    # What an editor has decided is no guess.
    assert fitted == replace(by_rules, guesses=())
    assert json.dumps(outline_issue(fitted)) == json.dumps(outline_issue(by_rules))


@pytest.mark.parametrize("case", load_pages(), ids=lambda case: case.name)
def test_outline_that_nobody_has_edited_changes_nothing_on(case: PageCase) -> None:
    text = "\n".join(case.rows)
    _assert_same_as_by_rules(text, split(text))


@given(newspapers)
@example("桥修好了\n\n桥修好了\n\n他来了。\n\n桥修好了\n他来了。\n桥修好了")
@example("桥修好了\n#\n|\n\u200b\n# 桥 | 路 #\n他来了，\n\n|#\n走了。")
def test_outline_that_nobody_has_edited_changes_nothing(text: str) -> None:
    try:
        by_rules = split(text)
    except InputError:
        return
    _assert_same_as_by_rules(text, by_rules)


def test_comments_blank_lines_and_other_line_ends_mean_nothing() -> None:
    plain = _parse("story", "headline 1 桥修好了", "body 3 他来了。")
    same = parse_outline(
        "# mine\r\n\r\nStory # opens\r  headline\t1   桥修好了#!\r\n\nBODY 3　他来了。  # sure\n",
        "case/outline.txt",
    )
    without_place = [
        replace(e, runs=tuple(replace(r, place=0) for r in e.runs)) for e in same.entries
    ]
    assert without_place == [
        replace(e, runs=tuple(replace(r, place=0) for r in e.runs)) for e in plain.entries
    ]


def test_row_may_name_lines_without_saying_how_they_begin() -> None:
    (entry,) = _parse("turned", "body 3-5+9").entries
    assert (entry.opening, entry.role) == (Opening.TURN, Role.BODY)
    assert [(run.first_line, run.last_line, run.excerpts) for run in entry.runs] == [
        (3, 5, ()),
        (9, 9, ()),
    ]


@pytest.mark.parametrize(
    ("rows", "place", "problem"),
    [
        (["", "headine 3 桥修好了"], 2, "unknown kind 'headine'"),
        (["story 3", "body 3"], 1, "unknown kind 'story'"),
        (["桥修好了"], 1, "is no block: '桥修好了'"),
        (["body"], 1, "is no block: 'body'"),
        (["body 3,4"], 1, "is no block: 'body 3,4'"),
        (["body -3"], 1, "is no block: 'body -3'"),
        (["body 9999999999"], 1, "is no block"),
        (["body " + "9" * 5000], 1, "is no block"),
        (["\0\1\2"], 1, "is no block: '\\x00\\x01\\x02'"),
        (["body 0"], 1, "there is no line 0"),
        (["body 0-3"], 1, "there is no line 0"),
        (["body 5-3"], 1, "is no range of lines: 5-3"),
        (["body 3-5-7"], 1, "is no range of lines: 3-5-7"),
        (["body 1-999999999"], 1, "is no range of lines: 1-999999999"),
        (["body 5+3"], 1, "its lines are not in order: 5+3"),
        (["body 3+3"], 1, "its lines are not in order: 3+3"),
        (["body 3-5+4"], 1, "its lines are not in order: 3-5+4"),
        (["body 3", "", "body 2", "body 3"], 4, "line 3 of the text stands in line 1 too"),
        (["body 4", "body 3-5"], 2, "line 4 of the text stands in line 1 too"),
    ],
)
def test_row_that_cannot_be_read_is_refused(rows: list[str], place: int, problem: str) -> None:
    with pytest.raises(IssueFolderError) as refused:
        _parse(*rows)
    message = str(refused.value)
    assert message.startswith(f"case/outline.txt:{place}: {problem}")
    assert "\n" not in message
    assert len(message) < 250
    assert refused.value.exit_code == 4


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "story\n"])
def test_outline_without_a_block_is_refused(text: str) -> None:
    with pytest.raises(IssueFolderError, match=r"case/outline\.txt: holds no block\. .+\.$"):
        parse_outline(text, "case/outline.txt")

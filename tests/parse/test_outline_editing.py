"""What an editor does to an outline, and to the text under it."""

import re
import time
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.check.codes import format_finding
from build_tools.check.findings import find_in_issue
from build_tools.errors import InputError, IssueFolderError
from build_tools.model import Issue
from build_tools.parse.folders import Masthead
from build_tools.parse.outline.align import align_runs
from build_tools.parse.outline.entries import format_outline, parse_outline
from build_tools.parse.outline.fit import fit_outline
from build_tools.parse.plan import plan_page
from build_tools.parse.source.files import SourceText, parse_source_text
from build_tools.parse.split import fit_page, split_issue
from build_tools.parse.stories.roles import Role
from tests.parse.newspaper import newspaper_lines, newspapers

MASTHEAD = Masthead(issue_id="case", paper="报")

TEXT = """\
第3版

■聚焦

老桥修好了
——绕路的日子结束了

□本报记者 江月

老桥修了三个月，昨天终于通车，村民们扶老携幼，都到桥上来看，有人

还带来了自家的西瓜。

桥上看河

孩子们站在桥上数船，一共数到十七条。

路灯亮了

□本报记者 何川

东街的路灯修好了，大家都说好。

责任编辑：陶敏
"""
SPLIT = [
    "= 老桥修好了 [聚焦] ——绕路的日子结束了 @江月",
    "body 老桥修了三个月，昨天终于通车，村民们扶老携幼，都到桥上来看，有人还带来了自家的西瓜。",
    "subheading 桥上看河",
    "body 孩子们站在桥上数船，一共数到十七条。",
    "= 路灯亮了 [聚焦] @何川",
    "body 东街的路灯修好了，大家都说好。",
    "furniture 第3版",
    "furniture 责任编辑：陶敏",
]


def _source(text: str) -> SourceText:
    return parse_source_text(text.encode(), name="issue.txt")


def _outline(text: str = TEXT) -> str:
    """Give the rows of the outline of *text*, comments taken off."""
    printed = format_outline(plan_page(_source(text), MASTHEAD), "issue.txt")
    rows = (row.partition("#")[0].rstrip() for row in printed.splitlines())
    return "".join(f"{row}\n" for row in rows if row)


def _edit(outline: str, *changes: tuple[str, str]) -> str:
    """Change rows of *outline*; each pattern is found once."""
    for pattern, row in changes:
        outline, count = re.subn(rf"(?m)^{pattern}", row, outline)
        assert count == 1, (pattern, outline)
    return outline


def _split(outline: str, text: str = TEXT) -> Issue:
    return split_issue(_source(text), MASTHEAD, parse_outline(outline, "outline.txt"))


def _told(issue: Issue) -> list[str]:
    """Give an issue in few words: a line a story, a line a paragraph, then what is left over."""
    told: list[str] = []
    for story in issue.stories:
        names = [f"@{name}" for byline in story.bylines for name in byline.names]
        parts = (story.kicker, story.headline, f"[{story.section}]", story.deck, *names)
        told.append(" ".join(("=", *filter(None, parts))).replace(" [None]", ""))
        told += [f"{paragraph.kind} {paragraph.text}" for paragraph in story.paragraphs]
    told += [f"furniture {line.text}" for line in issue.furniture]
    return told + [f"unplaced {line.text}" for line in issue.unplaced]


def _findings(issue: Issue) -> list[str]:
    """Give what the outline and the text have against each other."""
    found = (format_finding(finding) for finding in find_in_issue(issue))
    return [line for line in found if re.search(r" P00[178] ", line)]


def _changed(**new: str) -> list[str]:
    """Give SPLIT with other lines in place of some, by the first characters of these."""
    rows = []
    for row in SPLIT:
        key = next((key for key in new if row.partition(" ")[2].startswith(key)), None)
        rows += [row] if key is None else new.pop(key).splitlines()
    assert new == {}
    return rows


def test_outline_as_the_rules_have_it() -> None:
    assert _told(_split(_outline())) == SPLIT


# --- Editing the outline


def test_changed_word_makes_something_else_of_a_block() -> None:
    outline = _edit(_outline(), ("subheading ", "body "), ("deck ", "kicker "))
    assert _told(_split(outline)) == _changed(
        老桥修好了="= ——绕路的日子结束了 老桥修好了 [聚焦] @江月", 桥上看河="body 桥上看河"
    )


def test_story_row_taken_out_joins_two_stories() -> None:
    outline = "\nstory\n".join(_outline().split("story\n")[:2]) + _outline().split("story\n")[2]
    assert _told(_split(outline)) == _changed(
        老桥修好了="= 老桥修好了 [聚焦] ——绕路的日子结束了 @江月 @何川",
        路灯亮了="subheading 路灯亮了",
    )


def test_story_row_put_in_parts_a_story() -> None:
    outline = _edit(_outline(), ("subheading ", "story\nheadline "))
    assert _told(_split(outline)) == _changed(桥上看河="= 桥上看河 [聚焦]")


def test_story_may_open_without_a_heading() -> None:
    outline = _edit(_outline(), ("body +16 ", "story\nbody 16 "))
    assert _told(_split(outline)) == _changed(
        孩子们="= [聚焦]\nbody 孩子们站在桥上数船，一共数到十七条。"
    )


MENDED = "body        10+12     老桥修了三个月，昨天终于通车，村 | 还带来了自家的西瓜。\n"


@pytest.mark.parametrize(
    "rows",
    [
        "body 10  老桥修了三个月，昨天终于通车，村\nbody 12  还带来了自家的西瓜。\n",
        "body 10\nbody 12\n",
        # The row copied, its words left as they were.
        MENDED.replace("10+12", "10") + MENDED.replace("10+12", "12"),
    ],
    ids="in-full numbers copied".split(),
)
def test_mend_is_refused_by_a_row_for_each_line(rows: str) -> None:
    issue = _split(_outline().replace(MENDED, rows))
    assert _told(issue) == _changed(
        老桥修了="body 老桥修了三个月，昨天终于通车，村民们扶老携幼，都到桥上来看，有人\n"
        "body 还带来了自家的西瓜。"
    )
    assert issue.mends == ()
    assert _findings(issue) == []


@pytest.mark.parametrize(
    "row",
    ["body 10+12+16  老桥修了\n", "body 10+12+16\n", MENDED.replace("10+12", "10+12+16")],
    ids="begun numbers words-of-two".split(),
)
def test_one_row_for_several_lines_joins_them(row: str) -> None:
    outline = re.sub("(?m)^body +16.*\n", "", _outline()).replace(MENDED, row)
    issue = _split(outline)
    assert _told(issue)[1] == SPLIT[1] + SPLIT[3].removeprefix("body ")
    assert [mend.span.first_line for mend in issue.mends] == [12, 16]
    assert _findings(issue) == []


def test_lines_of_one_headline_are_joined_with_a_space() -> None:
    outline = _edit(_outline(), ("deck .*\n", ""), ("headline +5 ", "headline 5+6 "))
    assert _split(outline).stories[0].headline == "老桥修好了 ——绕路的日子结束了"


def test_part_of_a_story_is_made_furniture() -> None:
    outline = _edit(_outline(), ("body +16 ", "furniture 16 "))
    told = _told(_split(outline))
    assert "furniture 孩子们站在桥上数船，一共数到十七条。" in told
    assert [row for row in told if row[0] == "="] == [row for row in SPLIT if row[0] == "="]


def test_furniture_is_made_part_of_a_story() -> None:
    outline = _edit(_outline(), ("furniture +24 ", "note 24 "))
    assert _told(_split(outline))[-2:] == ["note 责任编辑：陶敏", "furniture 第3版"]


@pytest.mark.parametrize("role", ["furniture", "unplaced"])
def test_story_opens_below_when_its_first_row_is_put_out_of_it(role: str) -> None:
    outline = _edit(_outline(), ("headline +18 ", f"{role} 18 "))
    issue = _split(outline)
    assert _told(issue)[4:6] == ["= [聚焦] @何川", "body 东街的路灯修好了，大家都说好。"]
    assert f"{role} 路灯亮了" in _told(issue)


def test_line_whose_row_is_taken_out_is_decided_by_the_rules() -> None:
    outline = _edit(_outline(), ("subheading .*\n", ""))
    issue = _split(outline)
    assert _told(issue) == SPLIT
    assert _findings(issue) == [
        "issue.txt:14: P008 a line that the outline does not know: 桥上看河"
    ]


@pytest.mark.parametrize("rows", [["headline"], ["headline", "byline"]], ids="+".join)
def test_story_whose_heading_rows_are_taken_out_opens_at_its_heading(rows: Sequence[str]) -> None:
    upper, story, lower = _outline().rpartition("story\n")
    issue = _split(upper + story + _edit(lower, *((f"{row} .*\n", "") for row in rows)))
    assert _told(issue) == SPLIT
    assert len(_findings(issue)) == len(rows)


def test_second_half_that_the_rules_missed_joins_its_story() -> None:
    text = (
        "老桥修好了\n\n本报讯 老桥修了三个月。\n\n（下转第四版）\n\n"
        "路灯亮了\n\n本报讯 东街的路灯修好了。\n\n"
        "续老桥\n\n桥上的灯也亮了。\n"
    )
    outline = _outline(text)
    assert _told(_split(_edit(outline, ("subheading ", "turned\nnote ")), text)) == [
        "= 老桥修好了",
        "body 本报讯 老桥修了三个月。",
        "note （下转第四版）",
        "note 续老桥",
        "body 桥上的灯也亮了。",
        "= 路灯亮了",
        "body 本报讯 东街的路灯修好了。",
    ]


def test_headline_printed_again_over_a_second_half_is_a_subheading() -> None:
    text = (
        "老桥修好了\n\n本报讯 老桥修了三个月。\n\n（下转第四版）\n\n"
        "老桥修好了\n\n（上接第一版）桥上的灯也亮了。\n"
    )
    outline = "story\nheadline 1\nbody 3\nnote 5\nturned\nheadline 7\nbody 9\n"
    (story,) = _split(outline, text).stories
    assert (story.headline, story.paragraphs[1].text) == ("老桥修好了", "（下转第四版）")
    assert [p.kind for p in story.paragraphs] == ["body", "note", "subheading", "body"]


def test_rows_that_were_moved_belong_to_the_story_above_them() -> None:
    # The second half of a turned story, without any note that says so.
    outline = _outline()
    body = re.search(r"(?m)^body +16 .*\n", outline)
    assert body
    moved = outline.replace(body[0], "").replace("furniture   24", f"{body[0]}furniture   24")
    issue = _split(moved)
    assert _told(issue) == [*SPLIT[:3], *SPLIT[4:6], SPLIT[3], *SPLIT[6:]]
    # The text is as the input has it, the paragraphs as the editor does.
    assert issue.stories[1].text.startswith("孩子们站在桥上数船")
    assert issue.stories[1].paragraphs[-1].text.startswith("孩子们站在桥上数船")
    assert _told(_split(moved, "\n" + TEXT)) == _told(issue)


def test_stories_stand_in_the_order_of_their_rows() -> None:
    first, second = _outline().split("story\n")[1:]
    assert [row for row in _told(_split(f"story\n{second}story\n{first}")) if row[0] == "="] == [
        "= 路灯亮了 @何川",
        "= 老桥修好了 [聚焦] ——绕路的日子结束了 @江月",
    ]


def test_headline_behind_the_text_of_a_story_is_a_subheading() -> None:
    outline = _edit(_outline(), ("body +16 ", "headline 16 "), ("subheading ", "section "))
    assert _told(_split(outline)) == _changed(
        桥上看河="subheading 桥上看河", 孩子们="subheading 孩子们站在桥上数船，一共数到十七条。"
    )


def test_headline_may_stand_below_its_picture() -> None:
    text = "桥上挂起了灯。\n\n何川 摄\n\n夜里的桥\n\n□江月\n\n桥上挂了灯。\n"
    outline = "story\ncaption 1\ncredit 3\nheadline 5\nbyline 7\nbody 9\n"
    assert _told(_split(outline, text)) == [
        "= 夜里的桥 @江月",
        "caption 桥上挂起了灯。",
        "credit 何川 摄",
        "body 桥上挂了灯。",
    ]


def test_outline_without_a_story_row_is_one_story() -> None:
    issue = _split(_outline().replace("story\n", ""))
    assert [story.headline for story in issue.stories] == ["老桥修好了"]


def test_byline_that_no_rule_can_read_stands_as_it_is_printed() -> None:
    (story, _) = _split(_edit(_outline(), ("body +16 ", "byline 16 "))).stories
    assert [(b.role, b.names) for b in story.bylines] == [
        ("本报记者", ("江月",)),
        ("孩子们站在桥上数船，一共数到十七条。", ()),
    ]


def test_outline_that_leaves_nothing_to_read_is_refused() -> None:
    outline = re.sub(r"(?m)^[a-z]+ ", "furniture ", _outline().replace("story\n", ""))
    with pytest.raises(IssueFolderError, match=r"^outline\.txt: leaves no story\."):
        _split(outline)


# --- Changing the text


@pytest.mark.parametrize(
    "above", ["\n", "\n\n\n", "第4版\n\n"], ids="blank blanks furniture".split()
)
def test_outline_moves_with_lines_put_in_above(above: str) -> None:
    issue = _split(_outline(), above + TEXT)
    assert [row for row in _told(issue) if "第4版" not in row] == SPLIT
    assert len(_findings(issue)) == bool(above.strip())


def test_outline_moves_with_lines_taken_out_above() -> None:
    issue = _split(_outline(), TEXT.partition("\n\n")[2])
    assert _told(issue) == _changed(第3版="")
    assert _findings(issue) == ["outline.txt:1: P007 the outline fits no line of the text: 第3版"]


def test_outline_moves_with_lines_put_in_everywhere() -> None:
    issue = _split(_outline(), TEXT.replace("\n", "\n\n\n"))
    assert _told(issue) == SPLIT
    assert _findings(issue) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("路灯亮了", "路灯克了"), ("桥上看河", "侨上看河"), ("□本报记者 何川", "口本报记者 何川")],
)
def test_first_characters_may_be_mended(right: str, wrong: str) -> None:
    text = "\n" + TEXT.replace(right, wrong)
    issue = _split(_outline(), text)
    assert _findings(issue) == []
    assert [row.replace(wrong, right) for row in _told(issue)] == SPLIT


def test_beginning_may_be_put_before_or_cut_off() -> None:
    text = TEXT.replace("孩子们站在桥上", "站在桥上").replace("东街的路灯", "本报讯 东街的路灯")
    issue = _split(_outline(), text)
    assert _findings(issue) == []
    assert "body 站在桥上数船，一共数到十七条。" in _told(issue)


def test_headline_that_was_reworded_still_opens_its_story_once() -> None:
    issue = _split(_outline(), TEXT.replace("路灯亮了", "夜里看得见路"))
    assert _told(issue) == _changed(路灯亮了="= 夜里看得见路 [聚焦] @何川")
    assert _findings(issue) == [
        "outline.txt:11: P007 the outline fits no line of the text: 路灯亮了",
        "issue.txt:18: P008 a line that the outline does not know: 夜里看得见路",
    ]


def test_reworded_line_that_only_the_outline_made_a_headline_stays_one() -> None:
    # 桥上看河 is a sub-heading by the rules, and so is what was put in its place.
    outline = _edit(_outline(), ("subheading ", "story\nheadline "))
    issue = _split(outline, TEXT.replace("桥上看河", "今年水大鱼多"))
    assert _told(issue) == _changed(桥上看河="= 今年水大鱼多 [聚焦]")


def test_story_whose_headline_is_gone_opens_at_its_byline() -> None:
    issue = _split(_outline(), TEXT.replace("路灯亮了\n\n", ""))
    assert _told(issue) == _changed(路灯亮了="= [聚焦] @何川")


def test_story_that_is_gone_leaves_the_others_as_they_were() -> None:
    start, end = TEXT.index("路灯亮了"), TEXT.index("责任编辑")
    issue = _split(_outline(), TEXT[:start] + TEXT[end:])
    assert _told(issue) == [row for row in SPLIT if "路灯" not in row]
    assert len(_findings(issue)) == 3


def test_section_put_in_above_a_headline_belongs_to_its_story() -> None:
    issue = _split(_outline(), TEXT.replace("路灯亮了", "■民生\n\n路灯亮了"))
    assert _told(issue) == _changed(路灯亮了="= 路灯亮了 [民生] @何川")
    assert _findings(issue) == ["issue.txt:18: P008 a line that the outline does not know: ■民生"]


def test_heading_with_nothing_under_it_is_not_joined_to_the_story_below_a_section() -> None:
    new = "（完）\n\n西街通水了\n\n■民生\n\n"
    issue = _split(_outline(), TEXT.replace("路灯亮了", new + "路灯亮了"))
    assert [(s.section, s.headline) for s in issue.stories] == [
        ("聚焦", "老桥修好了"),
        ("民生", "路灯亮了"),
    ]


def test_line_is_found_behind_many_that_were_rewritten() -> None:
    old = "".join(f"旧稿{at}甲乙丙丁戊己庚辛。\n\n" for at in "一二三四五六七八")
    new = re.sub("甲.*", "子丑寅卯辰巳午未申酉戌亥，全都改写了。", old).replace("旧稿", "新的")
    text = TEXT.replace("路灯亮了", f"{old}路灯亮了")
    issue = _split(_outline(text), text.replace(old, new).replace("路灯亮了", "路灯克了"))
    assert [line.text[:2] for line in issue.misfits] == ["旧稿"] * 8
    assert [story.headline for story in issue.stories] == ["老桥修好了", "路灯克了"]


def test_story_put_in_between_opens_by_the_rules() -> None:
    new = "西街通水了\n\n□本报记者 陶敏\n\n西街通了自来水。\n\n"
    issue = _split(_outline(), TEXT.replace("路灯亮了", new + "路灯亮了"))
    assert [story.headline for story in issue.stories] == ["老桥修好了", "西街通水了", "路灯亮了"]


def test_paragraph_that_was_parted_is_two() -> None:
    text = TEXT.replace("修好了，大家", "修好了。\n\n大家")
    issue = _split(_outline(), text)
    assert _told(issue) == _changed(东街="body 东街的路灯修好了。\nbody 大家都说好。")
    assert _findings(issue) == [
        "issue.txt:24: P008 a line that the outline does not know: 大家都说好。"
    ]


@pytest.mark.parametrize(
    "around",
    ["{}", "本报讯 入夏以来连下了十几天的大雨，河水漫上了堤岸，{}"],
    ids="short-lines long-lines".split(),
)
def test_paragraph_that_was_cut_within_a_sentence_is_mended_again(around: str) -> None:
    # Short lines that end in commas are verse by the rules; in a paragraph they stay text.
    text = TEXT.replace("老桥修了", around.format("老桥修了"))
    issue = _split(_outline(text), text.replace("村民们扶老", "村民们\n\n扶老"))
    assert _told(issue) == _told(_split(_outline(text), text))
    assert [mend.span.first_line for mend in issue.mends] == [12, 14]
    assert [line.text[:4] for line in issue.newcomers] == ["扶老携幼"]


def test_page_number_put_into_a_paragraph_stays_furniture() -> None:
    issue = _split(_outline(), TEXT.replace("有人\n", "有人\n\n第4版\n"))
    assert [row for row in _told(issue) if "第4版" not in row] == SPLIT


NOTICES = "".join(
    f"停水通知\n\n东街明天停水，请各家各户早些备水，{day}恢复。\n\n"
    for day in ("周一", "周二", "周三")
)


@pytest.mark.parametrize(
    "text",
    [NOTICES, "\n" + NOTICES, "停电通知\n\n西街明天停电。\n\n" + NOTICES],
    ids="same blank notice".split(),
)
def test_lines_that_begin_alike_keep_their_order(text: str) -> None:
    # The third notice is a story of its own, the second goes with the first.
    issue = _split(_edit(_outline(NOTICES), ("subheading +9 ", "story\nheadline 9 ")), text)
    assert [len(story.paragraphs) for story in issue.stories][-2:] == [3, 1]
    assert issue.misfits == ()


def test_lines_without_a_beginning_move_with_the_line_above() -> None:
    outline = re.sub(r"(?m)^((?:body|byline|deck) +\S+).*", r"\1", _outline())
    for above in ("", "\n\n", "第4版\n\n"):
        issue = _split(outline, above + TEXT)
        assert [row for row in _told(issue) if "第4版" not in row] == SPLIT
        assert issue.misfits == ()


def test_story_that_was_moved_keeps_its_rows() -> None:
    outline = _edit(_outline(), ("subheading ", "body "))
    start, end = TEXT.index("路灯亮了"), TEXT.index("责任编辑")
    issue = _split(outline, TEXT[start:end] + TEXT[:start] + TEXT[end:])
    assert _findings(issue) == []
    assert [row for row in _told(issue) if row[0] == "="] == [
        "= 路灯亮了 @何川",
        "= 老桥修好了 [聚焦] ——绕路的日子结束了 @江月",
    ]
    assert "body 桥上看河" in _told(issue)


def test_range_keeps_to_its_lines() -> None:
    # A poem's lines, of which one was taken out and another put in.
    lines = ["水从山上来，", "过了三座桥，", "灯下有人等，", "等到船靠岸。"]
    text = "过河\n\n" + "\n".join(lines) + "\n\n雪后\n\n雪停了。\n"
    outline = "story\nheadline 1\nverse 3-6  水从山上来，\nstory\nheadline 8\nbody 10\n"
    for changed in (lines[:2] + lines[3:], lines, [lines[0], "又下了一夜，", *lines[1:]]):
        issue = _split(outline, text.replace("\n".join(lines), "\n".join(changed)))
        assert [story.headline for story in issue.stories] == ["过河", "雪后"]
        assert len(issue.stories[1].paragraphs) == 1


def test_printed_outline_names_what_the_text_has_no_more() -> None:
    outline = parse_outline(_outline(), "outline.txt")
    fitted = fit_page(_source(TEXT.replace("路灯亮了\n\n", "")), MASTHEAD, outline)
    printed = format_outline(fitted.plan, "issue.txt", fitted.misfits)
    assert printed.endswith("\n# The text has these no more:\n#   路灯亮了\n")
    assert _told(_split(printed, TEXT.replace("路灯亮了\n\n", ""))) == _told(
        _split(_outline(), TEXT.replace("路灯亮了\n\n", ""))
    )


def test_lines_without_a_beginning_move_with_the_line_below_where_none_stands_above() -> None:
    outline = "story\nheadline 5\ndeck 6\nbyline 8\n" + MENDED
    issue = _split(outline, "第4版\n\n" + TEXT)
    assert _told(issue)[0] == "= 老桥修好了 [聚焦] ——绕路的日子结束了 @江月"
    assert issue.misfits == ()


def test_words_that_an_editor_cut_short_still_find_their_line() -> None:
    outline = re.sub(r"(?m)^([a-z]+ +[\d+]+ +.).*", r"\1", _outline())
    issue = _split(outline)
    assert _told(issue) == SPLIT
    assert _findings(issue) == []


def test_line_that_stands_in_every_story_is_told_by_its_neighbours() -> None:
    # Three stories under one byline; the editor made a note of the second one's.
    story = "{0}桥修好了\n\n□本报记者 江月\n\n{0}桥修了三个月，昨天通车。\n\n"
    text = "".join(map(story.format, "东西南"))
    outline = _edit(_outline(text), ("byline +9 ", "note 9 "))
    new = "".join(f"这是新写的第{at}段话。\n\n" for at in range(8))
    changed = (
        text.replace("东桥修好了\n\n□本报记者 江月\n\n", f"东桥修好了\n\n{new}")
        .replace("西桥修了", "西桥先看了又看，再修了")
        .replace("南桥修好了\n", "南桥修好了\n\n")
        .replace("南桥修了", "新的第八段话。\n\n南桥修了")
    )
    first, second, third = _split(outline, changed).stories
    assert [p.kind for p in second.paragraphs] == ["note", "body"]
    assert [bool(story.bylines) for story in (first, second, third)] == [False, False, True]


def test_story_whose_first_lines_were_all_rewritten_opens_once() -> None:
    new = "夜里看得见路\n\n□本报记者 陶敏\n\n西街的人都出来看灯。\n\n"
    text = TEXT.replace("路灯亮了\n\n□本报记者 何川\n\n", new)
    outline = _outline().replace("□本报记者 何川", "甲乙丙丁")
    issue = _split(outline, text)
    assert [story.headline for story in issue.stories] == ["老桥修好了", "夜里看得见路"]


def test_range_stops_at_a_line_of_another_row() -> None:
    text = "过河\n\n水从山上来，\n过了三座桥，\n灯下有人等，\n等到船靠岸。\n雪后\n\n雪停了。\n"
    outline = "story\nheadline 1\nverse 3-6  水从山上来，\nstory\nheadline 7 雪后\nbody 9\n"
    issue = _split(outline, text.replace("灯下有人等，\n", ""))
    assert [story.headline for story in issue.stories] == ["过河", "雪后"]


def test_same_text_printed_twice_is_two_stories() -> None:
    first, second = _split("story\nbody 1\nstory\nbody 3", "停水了。\n\n停水了。\n").stories
    assert first.story_id != second.story_id


# --- Whatever is edited

_WORDS = st.sampled_from([*Role, "story", "turned"])
_edits = st.lists(
    st.tuples(
        st.sampled_from(["word", "drop", "story", "part", "join", "swap", "bare"]),
        st.integers(0, 40),
        st.integers(0, 40),
        _WORDS,
    ),
    max_size=6,
)
_changes = st.lists(
    st.tuples(
        st.sampled_from(["drop", "put", "swap", "cut", "typo"]),
        st.integers(0, 40),
        st.integers(0, 40),
        newspaper_lines,
    ),
    max_size=4,
)


def _edited_rows(outline: str, edits: Sequence[tuple[str, int, int, str]]) -> str:
    rows = outline.splitlines()
    for what, first, second, word in edits:
        at, other = first % len(rows), second % len(rows)
        parts = rows[at].split(maxsplit=2)
        if what == "swap":
            rows[at], rows[other] = rows[other], rows[at]
        elif what == "drop" and len(rows) > 1:
            del rows[at]
        elif what == "story":
            rows.insert(at, "story")
        elif len(parts) < 2:
            continue
        elif what == "word" and word in set(Role):
            rows[at] = " ".join((word, *parts[1:]))
        elif what == "bare":
            rows[at] = " ".join(parts[:2])
        elif what == "part" and "+" in parts[1]:
            upper, _, lower = parts[1].partition("+")
            rows[at : at + 1] = [f"{parts[0]} {upper}", " ".join((parts[0], lower, *parts[2:]))]
        elif what == "join" and at + 1 < len(rows) and len(rows[at + 1].split()) > 1:
            rows[at : at + 2] = [f"{parts[0]} {parts[1]}+{rows[at + 1].split()[1]}"]
    return "\n".join(rows)


def _changed_lines(text: str, changes: Sequence[tuple[str, int, int, str]]) -> str:
    lines = text.split("\n")
    for what, first, second, line in changes:
        at, other = first % len(lines), second % len(lines)
        match what:
            case "drop":
                lines[at : at + 1] = [""] if len(lines) == 1 else []
            case "put":
                lines.insert(at, line)
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "cut":
                middle = len(lines[at]) // 2
                lines[at : at + 1] = [lines[at][:middle], lines[at][middle:]]
            case _:
                lines[at] = "错" + lines[at][1:]
    return "\n".join(lines)


@given(newspapers, _edits, _changes)
@example("停水。\n■聚焦\n□本报记者 江月\n■聚焦\n停水。", [("story", 4, 0, Role.BODY)], [])
@example("桥修好了\n\n车来了，人也来了。", [("word", 2, 0, Role.BYLINE)], [])
def test_nothing_is_lost_whatever_is_edited(
    text: str,
    edits: Sequence[tuple[str, int, int, str]],
    changes: Sequence[tuple[str, int, int, str]],
) -> None:
    try:
        outline = parse_outline(_edited_rows(_outline(text), edits), "outline.txt")
        source = _source(_changed_lines(text, changes))
        issue = split_issue(source, MASTHEAD, outline)
    except (InputError, IssueFolderError):
        return
    kept = (
        *(story.text for story in issue.stories),
        *(line.text for line in (*issue.furniture, *issue.unplaced)),
    )
    assert _characters("".join(kept)) == _characters("".join(source.lines))
    assert len({story.story_id for story in issue.stories}) == len(issue.stories)


def _characters(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


@given(newspapers, _edits, _changes)
def test_outline_printed_from_an_edited_one_means_the_same(
    text: str,
    edits: Sequence[tuple[str, int, int, str]],
    changes: Sequence[tuple[str, int, int, str]],
) -> None:
    try:
        outline = parse_outline(_edited_rows(_outline(text), edits), "outline.txt")
        source = _source(_changed_lines(text, changes))
        issue = split_issue(source, MASTHEAD, outline)
    except (InputError, IssueFolderError):
        return
    printed = format_outline(fit_page(source, MASTHEAD, outline).plan, "issue.txt")
    again = split_issue(source, MASTHEAD, parse_outline(printed, "outline.txt"))
    assert _told(again) == _told(issue)
    assert (again.misfits, again.newcomers) == ((), ())


# --- Speed

_STORIES = "".join(
    f"第{at}座桥修好了\n\n□本报记者 江月\n\n" + f"第{at}座桥通车了，大家都来看。\n\n" * 3
    for at in range(600)
)


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (_STORIES, "新桥\n\n" + _STORIES),
        (_STORIES, _STORIES.replace("通车", "开通")),
        (_STORIES, _STORIES.replace("第", "另外一条河上的第")),
        (_STORIES, "\n".join(reversed(_STORIES.split("\n")))),
        ("停水通知\n\n明天停水。\n\n" * 1500, "停电通知\n\n" + "停水通知\n\n明天停水。\n\n" * 1400),
    ],
    ids="line-above every-line other-text reversed all-alike".split(),
)
def test_outline_of_three_thousand_rows_is_fitted_at_once(text: str, changed: str) -> None:
    entries = parse_outline(_outline(text), "outline.txt").entries
    assert len(entries) == 3000
    by_rules = plan_page(_source(changed), MASTHEAD)
    started = time.process_time()
    fit_outline(entries, by_rules)
    # Quadratic would take minutes.
    assert time.process_time() - started < 2


def test_run_is_found_by_its_number_where_all_lines_are_alike() -> None:
    plan = plan_page(_source("停水通知\n\n" * 50), MASTHEAD)
    lines = [line for block in plan.blocks for line in block.lines]
    outline = parse_outline("".join(f"body {no} 停水通知\n" for no in range(1, 100, 2)), "o")
    runs = [run for entry in outline.entries for run in entry.runs]
    found = align_runs(runs, lines)
    assert all(found[run] == (line,) for run, line in zip(runs, lines, strict=True))

"""What holds for every split, whatever the text."""

import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.errors import InputError, LossError, NoStoryError
from build_tools.model import Issue, Story
from build_tools.parse.lines.marks import MARKS
from build_tools.parse.loss import refuse_loss
from build_tools.parse.source.files import parse_source_text
from tests.parse.newspaper import newspapers, split

HEADLINE = "桥修好了"
BODY = "老桥修了三个月，昨天通车。"


def _characters(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


def _split_or_none(text: str) -> Issue | None:
    try:
        return split(text)
    except InputError:
        return None


@given(newspapers)
def test_every_character_is_in_one_story_or_left_over(text: str) -> None:
    issue = _split_or_none(text)
    if issue is None:
        return
    kept = (
        *(story.text for story in issue.stories),
        *(line.text for line in (*issue.furniture, *issue.unplaced)),
    )
    given_lines = parse_source_text(text.encode(), name="issue.txt").lines
    assert _characters("".join(kept)) == _characters("".join(given_lines))


@given(newspapers)
@example(
    "桥修好了\n\n老桥修了三个月，看桥墩，（下转第四版）\n\n"
    "路灯亮了\n\n本报记者 何川\n\n东街的路灯亮了。\n\n（上接第一版）\n\n看桥面。"
)
def test_story_keeps_the_order_of_its_lines(text: str) -> None:
    issue = _split_or_none(text)
    if issue is None:
        return
    lines = parse_source_text(text.encode(), name="issue.txt").lines
    for story in issue.stories:
        own = iter(lines[story.span.first_line - 1 : story.span.last_line])
        # Each line of the story is found behind the one before it.
        assert all(line in (other.strip() for other in own) for line in story.text.split("\n"))


@given(newspapers)
@example("会议提出：\n桥修好了\n——绕路的日子结束了")
def test_every_story_has_something_to_read(text: str) -> None:
    issue = _split_or_none(text)
    assert all(story.paragraphs for story in (issue.stories if issue else ()))


@given(newspapers)
@example("桥修好了\n本报记者 江月 12月5日\n老桥修了三个月。")
@example("桥修好了\n记者问园主，今年收成会不会少\n老桥修了三个月。")
@example("■聚焦\n■民生\n桥修好了\n老桥修了三个月。")
def test_what_is_in_a_story_is_in_one_of_its_parts(text: str) -> None:
    issue = _split_or_none(text)
    if issue is None:
        return
    for story in issue.stories:
        missing = _characters(story.text) - _characters(_parts(story)) - _layout(story)
        assert not missing


# What names a section (第A16版:, 专栏：) and what parts names, brackets and marks.
LAYOUT = f"{MARKS}第版专栏专欄栏目欄目專：:#【】［］[]〔〕（）()、，,;；/／｜|&＆·-N"


def _layout(story: Story) -> Counter[str]:
    """What is not repeated of a story's lines: marks, page numbers and links of headlines."""
    headings = Counter(story.text.split("\n")) - Counter(p.text for p in story.paragraphs)
    signs = (c for line in headings.elements() for c in line if c in LAYOUT or c.isascii())
    return Counter(signs)


def _parts(story: Story) -> str:
    headings = (story.section, story.kicker, story.headline, story.deck)
    printed = (byline for byline in story.bylines if not byline.is_inline)
    bylines = (part for byline in printed for part in (byline.role, *byline.names))
    return "".join(
        (*filter(None, headings), *bylines, *(paragraph.text for paragraph in story.paragraphs))
    )


@given(newspapers)
def test_every_story_has_an_id_of_its_own(text: str) -> None:
    issue = _split_or_none(text)
    ids = [story.story_id for story in issue.stories] if issue else []
    assert len(ids) == len(set(ids))


def _printed(headline: str, body: str) -> str:
    return f"{headline}\n\n□本报记者 江月\n\n{body}\n\n"


HEADLINES = ("桥修好了", "路灯亮了", "谁来种地？", "水来了 地绿了！", "新书到馆")


@given(
    headlines=st.permutations(HEADLINES),
    new=st.sampled_from(("灯会开幕", "春茶上市")),
    place=st.integers(0, len(HEADLINES)),
    edited=st.sampled_from(HEADLINES),
)
def test_id_survives_stories_that_come_and_change(
    headlines: list[str], new: str, place: int, edited: str
) -> None:
    before = split("".join(_printed(headline, BODY) for headline in headlines))
    changed = [_printed(h, "全部重写了。" if h == edited else BODY) for h in headlines]
    changed.insert(place, _printed(new, BODY))
    after = split("".join(changed))
    ids = {story.headline: story.story_id for story in before.stories}
    assert {s.headline: s.story_id for s in after.stories if s.headline != new} == ids


def test_same_headline_twice_gives_two_ids() -> None:
    issue = split(_printed("停水通知", "明天东街停水。") + _printed("停水通知", "后天西街停水。"))
    first, second = issue.stories
    assert first.story_id == split(_printed("停水通知", "另外一天停水。")).stories[0].story_id
    assert first.story_id != second.story_id


def test_notice_printed_three_times_word_for_word_gives_three_ids() -> None:
    issue = split(_printed("停水通知", "明天东街停水。") * 3)
    assert len({story.story_id for story in issue.stories}) == 3


def test_brief_without_headline_has_an_id_from_its_text() -> None:
    issue = split("■简讯\n\n气温下降八度，请多穿衣。\n\n■体育\n\n校队赢了三场，输了一场。\n")
    first, second = issue.stories
    assert first.headline is None
    assert first.story_id != second.story_id


def test_span_counts_lines_of_the_file_from_one() -> None:
    story = split(f"\n{HEADLINE}\n\n□本报记者 江月\n\n{BODY}\n").stories[0]
    assert (story.span.first_line, story.span.last_line) == (2, 6)
    assert str(story.paragraphs[0].span) == "issue.txt:6"


def test_mend_tells_what_stood_on_both_sides() -> None:
    (mend,) = split(
        f"{HEADLINE}\n\n路修了三次，坏了三次，村里人想了一个又一个的办\n\n法，最后自己动手。\n"
    ).mends
    assert (mend.before, mend.after) == ("了一个又一个的办", "法，最后自己动手")
    assert mend.span.first_line == 5


def test_split_that_would_lose_or_double_text_is_stopped() -> None:
    text = _printed(HEADLINE, BODY)
    source = parse_source_text(text.encode(), name="issue.txt")
    issue = split(text)
    for stories in ((), issue.stories * 2):
        slices = ((),) * len(stories)
        with pytest.raises(LossError, match=r"^issue\.txt: the split would lose \d+ characters"):
            refuse_loss(source, replace(issue, stories=stories), slices)


def test_text_alone_is_a_story_without_headline() -> None:
    (story,) = split(BODY).stories
    assert (story.headline, story.text) == (None, BODY)


@pytest.mark.parametrize(
    "text",
    [
        *("■聚焦", HEADLINE, "第3版", "□本报记者 江月", "1\n2\n3"),
        *("■■■", "———", "◘◘◘◘", "★☆★", "□\n\n□\n\n■", "。。。"),
    ],
)
def test_text_without_a_story_is_refused(text: str) -> None:
    with pytest.raises(NoStoryError, match=r"issue\.txt: no story found"):
        split(text)


@pytest.mark.parametrize(
    "unit",
    [
        "一个标题\n",
        "一个标题\n\n他来了。\n\n",
        "他来了，她走了，他们都走了。\n",
        "他来了，她走了，他们都\n",
        "他来了，",
        "■聚焦\n",
        "本报记者 林晓舟\n",
        "本报记者 林晓舟 摄\n",
        "第3版\n",
        "（“《",
    ],
    ids="headings stories paragraphs cut endless sections bylines credits furniture open".split(),
)
def test_four_times_the_text_takes_about_four_times_as_long(unit: str) -> None:
    def measure(size_bytes: int) -> float:
        text = _printed(HEADLINE, BODY) + unit * (size_bytes // len(unit.encode()))
        started = time.process_time()
        split(text)
        return time.process_time() - started

    short = min(measure(100_000) for _ in range(2))
    # Four times as much text; quadratic would be 16 times as long.
    assert measure(400_000) < 9 * short + 0.3

"""Poems, tables, notes and stories without a headline, from the text to their pages."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.translations import list_units
from build_tools.annotation import AnnotatedIssue, AnnotatedParagraph, AnnotatedStory
from build_tools.model import ParagraphKind, SourceSpan
from build_tools.pipeline import build_issue
from build_tools.publish.notation import Block, parse_blocks, parse_words
from build_tools.publish.openings import story_title
from build_tools.publish.pages import format_issue_page, format_story_page
from build_tools.publish.proof import refuse_lost_text
from build_tools.publish.search import SearchPage, read_generated
from tests.notated import annotate

CASE = Path(__file__).parents[1] / "cases" / "kinds"
POEM, DECREE, TABLE, SIGNED_BRIEF, LAST_BRIEF = range(5)


@pytest.fixture(scope="module")
def issue(lexicon: Lexicon) -> AnnotatedIssue:
    return build_issue(CASE, lexicon).annotated


def _blocks(page: str, *kinds: str) -> list[Block]:
    parts = parse_blocks(page.split("\n"))
    return [part for part in parts if isinstance(part, Block) and part.kind in kinds]


def _texts(block: Block) -> list[str]:
    lines = [line for line in block.lines if not line.startswith(("= ", "~ "))]
    return ["".join(word.text for word in parse_words(line)) for line in lines]


@pytest.mark.parametrize(
    ("name", "place"), [("poem", POEM), ("decree", DECREE), ("table", TABLE), ("brief", 3)]
)
def test_page_is_as_reviewed(
    name: str, place: int, issue: AnnotatedIssue, check_golden: Callable[[Path, str], None]
) -> None:
    check_golden(CASE / f"{name}.md", format_story_page(issue, place))


def test_front_page_is_as_reviewed(
    issue: AnnotatedIssue, check_golden: Callable[[Path, str], None]
) -> None:
    check_golden(CASE / "index.md", format_issue_page(issue))


@pytest.mark.parametrize("place", range(5))
def test_page_prints_its_story(issue: AnnotatedIssue, place: int) -> None:
    refuse_lost_text(issue.stories[place], format_story_page(issue, place))


def test_stanzas_of_a_poem_are_blocks_and_its_verses_lines(issue: AnnotatedIssue) -> None:
    stanzas = _blocks(format_story_page(issue, POEM), "verse")
    assert [len(_texts(stanza)) for stanza in stanzas] == [4, 2]
    assert _texts(stanzas[1]) == ["卖票的老人收起硬币，", "也收起没有坐满的一天。"]


def _verse(story: AnnotatedStory, *line_nos: int) -> AnnotatedStory:
    line = next(one for one in story.paragraphs if one.kind is ParagraphKind.VERSE)

    def at(line_no: int) -> AnnotatedParagraph:
        span = SourceSpan(file="issue.txt", first_line=line_no, last_line=line_no)
        return replace(line, span=span)

    return replace(story, paragraphs=tuple(map(at, line_nos)))


@pytest.mark.parametrize(
    ("line_nos", "stanzas"),
    [
        ((1, 2, 3, 4), [4]),
        ((1, 2, 4, 5), [2, 2]),
        # A blank line after every line, two between stanzas.
        ((1, 3, 5, 8, 10), [3, 2]),
        ((1, 3, 5, 7), [4]),
        ((1,), [1]),
    ],
)
def test_stanzas_are_told_by_wider_gaps_than_usual(
    issue: AnnotatedIssue, line_nos: tuple[int, ...], stanzas: list[int]
) -> None:
    story = _verse(issue.stories[POEM], *line_nos)
    page = format_story_page(replace(issue, stories=(story,)), 0)
    assert [len(_texts(block)) for block in _blocks(page, "verse")] == stanzas


def test_line_of_verse_with_two_sentences_stays_one_line(lexicon: Lexicon) -> None:
    # Regulated verse, one couplet a line; an exclamation inside it ends no line.
    text = (
        "桥\n沈砚\n长桥如带！束清湾。\n旧埠苔深，无客系。\n云收远岫，千重碧。\n欲问渡头，摇橹叟。\n"
    )
    (story,) = annotate(text, lexicon).stories
    verse = [one for one in story.paragraphs if one.kind is ParagraphKind.VERSE]
    assert [len(line.sentences) for line in verse] == [1] * 4


def test_notes_want_english_like_any_sentence(issue: AnnotatedIssue) -> None:
    wanted = {unit.text for unit in list_units(issue, "issue.txt")}
    assert {"（作者系县中学教师）", "县　长　　章可亭", "2024年5月6日"} <= wanted


def test_words_of_notes_are_in_the_glossary(issue: AnnotatedIssue) -> None:
    words = {row.word.text for row in issue.stories[POEM].glossary}
    assert {"作者", "教师"} <= words


def test_who_signs_is_a_name_and_the_office_set_wide_one_word(issue: AnnotatedIssue) -> None:
    story = issue.stories[DECREE]
    assert [(row.word.text, row.word.name and row.word.name.note) for row in story.names][-1] == (
        "章可亭",
        "signatory",
    )
    (office,) = [row.word for row in story.glossary if row.word.text == "县　长"]
    assert office.entries[0].simplified == "县长"


def test_reporter_in_the_dateline_is_a_name_and_no_byline(issue: AnnotatedIssue) -> None:
    story = issue.stories[SIGNED_BRIEF]
    assert story.bylines == ()
    (reporter,) = [row for row in story.names if row.word.text == "江月"]
    assert reporter.count == 1
    assert reporter.word.reading
    assert reporter.word.reading.spelling == "Jiāng Yuè"
    assert reporter.word.name
    assert reporter.word.name.note == "reporter"


@pytest.fixture(scope="module")
def found(issue: AnnotatedIssue) -> list[SearchPage]:
    pages = [read_generated(format_story_page(issue, place), "a.html") for place in range(5)]
    return [page for page in pages if page is not None]


def test_notes_verses_and_rows_are_searched(found: list[SearchPage]) -> None:
    texts = [[chinese for chinese, _ in page.text] for page in found]
    assert texts[POEM][-2:] == ["也收起没有坐满的一天。", "（作者系县中学教师）"]
    assert texts[TABLE][1] == "1　码头队　3　0"


def test_word_set_wide_is_found_as_it_is_typed(found: list[SearchPage]) -> None:
    assert ("县长　　章可亭", "Zhang Keting, head of the county") in found[DECREE].text
    assert ("县长", "xiànzhǎng") in found[DECREE].readings


# --- Without a headline


def test_story_without_a_headline_has_one_name_everywhere(issue: AnnotatedIssue) -> None:
    name = "5月5日，渡口的老榆树挂上了牌子…"
    page = format_story_page(issue, SIGNED_BRIEF)
    assert story_title(issue.stories[SIGNED_BRIEF]) == name
    assert f'\ntitle: "{name}"\n' in page
    assert _blocks(page, "facts")[0].attributes["title"] == name
    assert _blocks(format_story_page(issue, LAST_BRIEF), "nav")[0].attributes["previous_title"] == (
        name
    )
    teaser = _blocks(format_issue_page(issue), "teaser")[SIGNED_BRIEF]
    assert (_texts(teaser), teaser.attributes["headless"]) == ([name], "1")
    assert teaser.lines[1].startswith("= On 5 May the old elm")


def test_description_without_a_headline_is_the_english_of_its_beginning(
    issue: AnnotatedIssue,
) -> None:
    assert '\ndescription: "On 5 May the old elm' in format_story_page(issue, SIGNED_BRIEF)


def _headless(issue: AnnotatedIssue, place: int) -> AnnotatedStory:
    return replace(issue.stories[place], headline=None)


def test_list_or_poem_without_a_headline_is_called_by_its_first_line(
    issue: AnnotatedIssue,
) -> None:
    assert story_title(_headless(issue, TABLE)) == "名次　队名　胜　负"
    assert story_title(_headless(issue, POEM)) == "最后一班渡船，"


@pytest.mark.parametrize("place", [POEM, DECREE])
def test_story_of_notes_alone_still_has_a_name(issue: AnnotatedIssue, place: int) -> None:
    notes = [one for one in issue.stories[place].paragraphs if one.kind is ParagraphKind.NOTE]
    story = replace(_headless(issue, place), paragraphs=tuple(notes))
    page = format_story_page(replace(issue, stories=(story,)), 0)
    assert story_title(story) == "".join(s.text for s in notes[0].sentences)
    refuse_lost_text(story, page)


def test_notice_without_any_text_is_called_by_what_stands_over_it(issue: AnnotatedIssue) -> None:
    story = replace(_headless(issue, TABLE), paragraphs=())
    assert story_title(story) == "体育"
    assert story_title(replace(story, section=None)) == "…"
    page = format_issue_page(replace(issue, stories=(story,)))
    assert _texts(_blocks(page, "teaser")[0]) == ["体育"]
    refuse_lost_text(story, format_story_page(replace(issue, stories=(story,)), 0))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the clauses there is room for
        ("气温今晚起下降八度，请出门的人多穿一件衣服。", "气温今晚起下降八度…"),
        # no clause ends in time, or only one that dates it: as many words as fit
        ("5月6日，县图书馆的夜场从今天开始延长开放时间。", "5月6日，县图书馆的夜场从今天开始延长…"),
        ("气温今晚起要下降。", "气温今晚起要下降。"),
        # what many briefs share
        ("◎本报讯（通讯员 陶敏） 渡口的老榆树挂上了牌子。", "渡口的老榆树挂上了牌子。"),
        ("□本报云溪5月6日电 （记者 江月） 老榆树挂上了牌子。", "老榆树挂上了牌子。"),
        # papers that end no sentence
        ("◘南門賣糖粥之駱老、擔上忽懸一電筒、夜行如流螢、", "南門賣糖粥之駱老、擔上忽懸一電筒…"),
        ("https://example.org/2024/05/06/ferry有照片。", "https://example.org/…"),
    ],
)
def test_name_is_made_of_whole_clauses_or_words(lexicon: Lexicon, text: str, name: str) -> None:
    (story,) = annotate(f"桥\n□本报记者 江月\n{text}\n", lexicon).stories
    assert story_title(replace(story, headline=None)) == name


def test_endless_word_is_cut(lexicon: Lexicon) -> None:
    (story,) = annotate(f"桥\n□本报记者 江月\n{'A' * 90}。\n", lexicon).stories
    assert story_title(replace(story, headline=None)) == "A" * 20 + "…"


# --- Teasers


def test_teaser_of_a_poem_shows_its_first_lines(issue: AnnotatedIssue) -> None:
    teaser = _blocks(format_issue_page(issue), "teaser")[POEM]
    assert _texts(teaser)[1:] == ["最后一班渡船，", "把灯光折成两半："]


def test_teaser_leaves_out_what_is_about_the_story(lexicon: Lexicon) -> None:
    (story,) = annotate(f"桥\n□本报记者 江月\n{'路' * 50}。\n", lexicon).stories
    text, note = story.paragraphs[0], replace(story.paragraphs[0], kind=ParagraphKind.NOTE)
    empty = replace(note, sentences=())
    story = replace(story, paragraphs=(empty, note, text))
    issue = replace(annotate("桥\n□本报记者 江月\n路。\n", lexicon), stories=(story,))
    (teaser,) = _blocks(format_issue_page(issue), "teaser")
    assert _texts(teaser) == ["桥", f"{'路' * 50}。"]


def test_teaser_of_a_paper_without_full_stops_has_an_end(lexicon: Lexicon) -> None:
    clause = "縣長昨日赴南岸視察、"
    issue = annotate(f"桥\n□本报记者 江月\n{clause * 30}\n", lexicon)
    (teaser,) = _blocks(format_issue_page(issue), "teaser")
    lede = _texts(teaser)[1]
    assert len(lede) <= 91
    assert lede.endswith("視察…")

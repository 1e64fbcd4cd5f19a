"""The Markdown of an issue's pages."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.annotate.corrections import Corrections
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.stories import annotate_issue
from build_tools.annotate.translations import TranslationMemory, list_units
from build_tools.annotation import (
    AnnotatedIssue,
    AnnotatedStory,
    Difficulty,
    Sentence,
    Translation,
    TranslationState,
)
from build_tools.parse.folders import load_issue_folder
from build_tools.parse.split import split_issue
from build_tools.publish.notation import Block, parse_blocks, parse_row, parse_words, unescape
from build_tools.publish.pages import format_issue_page, format_page, format_story_page
from tests.notated import annotate

CASE = Path(__file__).parents[1] / "cases" / "pages"


@pytest.fixture(scope="module")
def issue(lexicon: Lexicon) -> AnnotatedIssue:
    """The case's issue: every second text has English, one of them a draft."""
    folder = load_issue_folder(CASE)
    split = split_issue(folder.source, folder.masthead)
    bare = annotate_issue(split, lexicon, Corrections(), {})
    english: TranslationMemory = {
        (unit.context, unit.text): Translation(
            text=f"English of text {number} (= it's | / said)",
            state=TranslationState.DRAFT if number == 4 else TranslationState.HUMAN,
        )
        for number, unit in enumerate(list_units(bare, "issue.txt"))
        if number % 2 == 0
    }
    return annotate_issue(split, lexicon, Corrections(), english)


def _blocks(page: str) -> list[Block]:
    return [part for part in parse_blocks(page.split("\n")) if isinstance(part, Block)]


def _texts(block: Block) -> list[str]:
    """Give the lines of annotated text, without English."""
    lines = [line for line in block.lines if not line.startswith(("= ", "~ "))]
    return ["".join(word.text for word in parse_words(line)) for line in lines]


@pytest.mark.parametrize("name", ["index", "article", "photo"])
def test_page_is_as_reviewed(
    name: str, issue: AnnotatedIssue, check_golden: Callable[[Path, str], None]
) -> None:
    pages = {
        "index": lambda: format_issue_page(issue),
        "article": lambda: format_story_page(issue, 0),
        "photo": lambda: format_story_page(issue, 1),
    }
    check_golden(CASE / f"{name}.md", pages[name]())


def test_story_page_holds_the_story_in_order(issue: AnnotatedIssue) -> None:
    blocks = _blocks(format_story_page(issue, 0))
    running = [
        (block.kind, "".join(_texts(block)))
        for block in blocks
        if block.kind not in {"masthead", "facts", "keywords", "glossary", "names", "nav"}
    ]
    assert running == [
        ("section", "民生"),
        ("kicker", "会议提出："),
        ("headline", "桥修好了"),
        ("deck", "——绕路的日子结束了"),
        ("byline", "本报记者单冬梅通讯员陶敏"),
        ("body", "云溪县的老桥昨天通车了。“走了三十年，今天还得走一趟。”老人说。"),
        ("subheading", "桥上看河"),
        ("body", "GDP增长了26.25%，大家都说行。"),
    ]


def test_every_word_of_the_glossary_has_its_row(issue: AnnotatedIssue) -> None:
    story = issue.stories[0]
    tables = {block.kind: block for block in _blocks(format_story_page(issue, 0))}
    for kind, rows, cells in (("glossary", story.glossary, 5), ("names", story.names, 5)):
        written = [parse_row(line) for line in tables[kind].lines]
        assert [parse_words(row[0])[0].text for row in written] == [r.word.text for r in rows]
        assert {len(row) for row in written} == {cells}
        assert [row[3] for row in written] == [str(row.count) for row in rows]


def test_neighbours_are_linked(issue: AnnotatedIssue) -> None:
    first, second = (story.story_id for story in issue.stories)
    navs = [_blocks(format_story_page(issue, place))[-1].attributes for place in (0, 1)]
    assert navs == [
        {"next": f"{second}.html", "next_title": "灯亮了"},
        {"previous": f"{first}.html", "previous_title": "桥修好了"},
    ]


def test_issue_page_names_each_section_once(issue: AnnotatedIssue) -> None:
    kinds = [block.kind for block in _blocks(format_issue_page(issue))]
    # Both stories stand under 民生.
    assert kinds == ["masthead", "section", "teaser", "teaser"]


def test_masthead_says_whose_text_it_is_and_that_it_is_invented(issue: AnnotatedIssue) -> None:
    on_front = _blocks(format_issue_page(issue))[0].attributes
    on_story = _blocks(format_story_page(issue, 0))[0].attributes
    assert (on_front["rights"], on_front["invented"]) == ("MIT", "1")
    assert on_story["href"] == "index.html"
    assert on_story["dictionary"].startswith("CC-CEDICT ")
    plain = replace(issue, is_invented=False, date=None, rights=None, edition=None)
    assert (
        not {"invented", "date", "rights", "edition"}
        & _blocks(format_issue_page(plain))[0].attributes.keys()
    )


def _teasers(issue: AnnotatedIssue, *stories: AnnotatedStory) -> list[Block]:
    """Give the teasers of a front page that holds *stories*."""
    page = format_issue_page(replace(issue, stories=stories))
    return [block for block in _blocks(page) if block.kind == "teaser"]


def _with_coverage(story: AnnotatedStory, *shares: float) -> AnnotatedStory:
    levels = tuple(zip(("1", "2", "7–9"), shares, strict=True))
    return replace(story, difficulty=Difficulty(hanzi=60, coverage_by_level=levels))


@pytest.mark.parametrize(
    ("shares", "level", "coverage"),
    [((0.5, 0.75, 0.9), "2", "75"), ((0.2, 0.3, 0.74), "", "74"), ((1.0, 1.0, 1.0), "1", "100")],
)
def test_level_is_the_lowest_that_knows_most_words(
    issue: AnnotatedIssue, shares: tuple[float, ...], level: str, coverage: str
) -> None:
    (teaser,) = _teasers(issue, _with_coverage(issue.stories[0], *shares))
    attributes = teaser.attributes
    assert (attributes["level"], attributes["coverage"]) == (level, coverage)


def test_first_story_leads_whatever_it_is(issue: AnnotatedIssue) -> None:
    article, photo = issue.stories
    for stories, ranks in (
        ((article, photo, article), ["lead", "photo", "story"]),
        ((photo, photo), ["lead", "photo"]),
    ):
        assert [teaser.attributes["rank"] for teaser in _teasers(issue, *stories)] == ranks


def _front_matter(page: str) -> dict[str, object]:
    front = page.split("---\n")[1]
    return cast("dict[str, object]", yaml.safe_load(front))


def _plain(text: str) -> str:
    one_line = " ".join(text.split())
    return "".join(character if character.isprintable() else "\ufffd" for character in one_line)


@given(st.text(), st.text())
def test_title_and_description_are_text_and_never_markup(title: str, description: str) -> None:
    page = format_page(title, description, ())
    front = _front_matter(page)
    assert front.keys() == {"title", "description", "hide"}
    for shown, text in ((front["title"], title), (front["description"], description)):
        assert isinstance(shown, str)
        assert not re.search("[<>\"']", shown)
        unescaped = shown
        for escaped, character in (
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", '"'),
            ("&#x27;", "'"),
            ("&amp;", "&"),
        ):
            unescaped = unescaped.replace(escaped, character)
        assert unescaped == _plain(text)


@pytest.fixture(scope="module")
def write_english(issue: AnnotatedIssue) -> Callable[[str], str]:
    """Give the line that a page has for some English."""
    headline = cast("Sentence", issue.stories[0].headline)

    def write(english: str) -> str:
        said = Translation(text=english, state=TranslationState.HUMAN)
        story = replace(issue.stories[0], headline=replace(headline, translation=said))
        (teaser,) = _teasers(issue, story)
        return teaser.lines[1]

    return write


@given(st.text(min_size=1).filter(str.strip))
@example("C:\\stuff (= it's | said)")
def test_any_english_reads_back(write_english: Callable[[str], str], english: str) -> None:
    line = write_english(english)
    assert line.startswith("= ")
    assert len(line.splitlines()) == 1
    assert unescape(line[2:]) == " ".join(english.split())


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
def test_any_paragraph_reads_back_from_its_page(lexicon: Lexicon, paragraph: str) -> None:
    annotated = annotate(f"桥修好了\n□本报记者 江月\n{'路' * 50}{paragraph}。\n", lexicon)
    body = [block for block in _blocks(format_story_page(annotated, 0)) if block.kind == "body"]
    text = "".join(s.text for s in annotated.stories[0].paragraphs[0].sentences)
    assert "".join(_texts(body[0])) == text

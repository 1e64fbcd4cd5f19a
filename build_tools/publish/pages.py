"""`AnnotatedIssue` to the Markdown of its pages: front matter and blocks of notation."""

import html
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice, pairwise

from build_tools.annotate.wide_words import close
from build_tools.annotation import (
    AnnotatedIssue,
    AnnotatedParagraph,
    AnnotatedStory,
    GlossaryRow,
    Sentence,
    TranslationState,
    Word,
)
from build_tools.model import ParagraphKind
from build_tools.publish.notation import (
    DRAFT,
    ENGLISH,
    Block,
    NotatedWord,
    escape,
    format_block,
    format_row,
    format_words,
)
from build_tools.publish.openings import first_words, story_title, teaser_sentences

MAX_SENSES = 3
"""Most senses of one word in a glossary or key-word list."""
LEAD_CHARS = 60
"""How much of the leading story its teaser shows at least, in characters."""
LEVEL_COVERAGE = 0.75
"""Share of running words, 0 to 1, that a level must cover to be called a story's level."""
_GENERATED = "<!-- Generated from issues/: edit the issue, not this page. -->"


def format_story_page(issue: AnnotatedIssue, place: int) -> str:
    """Write the page of the story at *place* of *issue*."""
    story = issue.stories[place]
    opening = story.headline or next(teaser_sentences(story, 1), None)
    english = opening.translation if opening else None
    blocks = [
        format_masthead(issue, href="index.html"),
        *_heading("section", story.section),
        *_heading("kicker", story.kicker),
        *_heading("headline", story.headline),
        *_heading("deck", story.deck),
        *_bylines(story),
        _facts(issue, story),
        *_table("keywords", issue, _key_word_rows(story.key_words)),
        *_text(story.paragraphs),
        *_table("glossary", issue, _glossary_rows(story.glossary)),
        *_table("names", issue, _name_rows(story.names)),
        _nav(issue, place),
    ]
    summary = (f"{english.text} - " if english else "") + issue_title(issue)
    return format_page(story_title(story), summary, blocks)


def format_issue_page(issue: AnnotatedIssue) -> str:
    """Write the front page of *issue*: its stories in the paper's order and weight."""
    blocks = [format_masthead(issue, href=None)]
    section: str | None = None
    for place, story in enumerate(issue.stories):
        if story.section is not None and story.section.text != section:
            section = story.section.text
            blocks += _heading("section", story.section)
        blocks.append(format_teaser(issue, place, folder=""))
    english = issue.paper.translation
    summary = f"{english.text if english else issue.paper.text}: {len(issue.stories)} stories"
    return format_page(issue_title(issue), summary, blocks)


def issue_title(issue: AnnotatedIssue) -> str:
    """Give the name of an issue for titles: paper and date."""
    date = f" {issue.date.year}年{issue.date.month}月{issue.date.day}日" if issue.date else ""
    return f"{issue.paper.text}{date}"


def format_page(title: str, description: str, blocks: Iterable[Block]) -> str:
    """Write front matter and *blocks*; both texts are plain, hanzi without pinyin."""
    front = (
        "---",
        f"title: {_front_matter_text(title)}",
        f"description: {_front_matter_text(description)}",
        "hide: [navigation, toc]",
        "---",
    )
    body = "\n\n".join(map(format_block, blocks))
    return "\n".join(front) + f"\n\n{_GENERATED}\n\n{body}\n"


def _front_matter_text(text: str) -> str:
    """Write a front-matter value that no theme can turn into markup.

    MkDocs' templates do not escape, so the value is escaped already; JSON is YAML.
    """
    one_line = " ".join(text.split())
    printable = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in one_line)
    return json.dumps(html.escape(printable), ensure_ascii=False)


def format_teaser(issue: AnnotatedIssue, place: int, *, folder: str) -> Block:
    """Write the teaser of the story at *place* of *issue*; the first one leads it."""
    story = issue.stories[place]
    rank = "lead" if place == 0 else str(story.kind)
    attributes = {
        "href": f"{folder}{story.story_id}.html",
        "kind": str(story.kind),
        "rank": rank if rank in {"lead", "photo", "brief"} else "story",
        "list": issue.level_list,
        **_difficulty(story),
    }
    if story.headline is None:
        attributes["headless"] = "1"
        return Block(kind="teaser", lines=_headless(story), attributes=attributes)
    lede = teaser_sentences(story, LEAD_CHARS if rank == "lead" else 1)
    lines = (line for sentence in (story.headline, *lede) for line in _sentence(sentence))
    return Block(kind="teaser", lines=tuple(lines), attributes=attributes)


def _headless(story: AnnotatedStory) -> tuple[str, ...]:
    """Write the name of a story without a headline, and the English of the sentence it is from."""
    opening = next(teaser_sentences(story, 1), None)
    english = islice(_sentence(opening), 1, None) if opening else ()
    return (format_words(map(_notated, first_words(story))), *english)


def _difficulty(story: AnnotatedStory) -> dict[str, str]:
    """Give length, and the lowest level that knows most of the story's words."""
    coverage = story.difficulty.coverage_by_level
    level, share = next(
        ((name, share) for name, share in coverage if share >= LEVEL_COVERAGE),
        ("", coverage[-1][1]),
    )
    return {
        "hanzi": str(story.difficulty.hanzi),
        "level": level,
        "coverage": str(round(share * 100)),
    }


def format_masthead(issue: AnnotatedIssue, *, href: str | None) -> Block:
    """Write the masthead; with *href* as the line that leads to the issue."""
    attributes = {
        "date": issue.date.isoformat() if issue.date else None,
        "edition": issue.edition,
        "href": href,
        "invented": "1" if issue.is_invented else None,
        "source": issue.source,
        "rights": issue.rights,
        "dictionary": issue.dictionary,
    }
    return Block(
        kind="masthead",
        lines=tuple(_sentence(issue.paper)),
        attributes={key: value for key, value in attributes.items() if value},
    )


def _heading(kind: str, sentence: Sentence | None) -> Iterator[Block]:
    if sentence is not None:
        yield Block(kind=kind, lines=tuple(_sentence(sentence)))


def _bylines(story: AnnotatedStory) -> Iterator[Block]:
    if story.bylines:
        lines = tuple(
            format_words(map(_notated, (*byline.role, *byline.names))) for byline in story.bylines
        )
        yield Block(kind="byline", lines=lines)


def _facts(issue: AnnotatedIssue, story: AnnotatedStory) -> Block:
    attributes = {**_difficulty(story), "list": issue.level_list, "kind": str(story.kind)}
    if story.headline is None:
        attributes["title"] = story_title(story)
    return Block(kind="facts", attributes=attributes)


def _text(paragraphs: Iterable[AnnotatedParagraph]) -> Iterator[Block]:
    """Write a block for each paragraph, for verse one for each stanza."""
    for kind, run in groupby(paragraphs, key=lambda paragraph: paragraph.kind):
        of_kind = tuple(run)
        is_verse = kind is ParagraphKind.VERSE
        for part in _stanzas(of_kind) if is_verse else zip(of_kind, strict=True):
            sentences = (sentence for paragraph in part for sentence in paragraph.sentences)
            lines = tuple(line for sentence in sentences for line in _sentence(sentence))
            yield Block(kind=str(kind), lines=lines)


def _stanzas(verse: Sequence[AnnotatedParagraph]) -> Iterator[Sequence[AnnotatedParagraph]]:
    """Part a poem where more blank lines than usual stand between two of its lines."""
    gaps = [after.span.first_line - before.span.last_line for before, after in pairwise(verse)]
    counts = Counter(gaps)
    usual = min(counts, key=lambda gap: (-counts[gap], gap), default=1)
    start = 0
    for place, gap in enumerate(gaps, start=1):
        if gap > usual:
            yield verse[start:place]
            start = place
    yield verse[start:]


def _sentence(sentence: Sentence) -> Iterator[str]:
    yield format_words(map(_notated, sentence.words))
    if (english := sentence.translation) is not None:
        mark = DRAFT if english.state is TranslationState.DRAFT else ENGLISH
        yield mark + _running(english.text)


def _notated(word: Word) -> NotatedWord:
    if word.reading is None:
        return NotatedWord(word.text)
    return NotatedWord(
        word.text,
        word.reading.spelling,
        word.reading.alternatives,
        str(word.name.kind) if word.name else None,
    )


def _table(kind: str, issue: AnnotatedIssue, rows: Iterable[str]) -> Iterator[Block]:
    if lines := tuple(rows):
        yield Block(kind=kind, lines=lines, attributes={"list": issue.level_list})


def _key_word_rows(rows: Iterable[GlossaryRow]) -> Iterator[str]:
    for row in rows:
        yield format_row((_cell(row.word), escape(row.word.level or ""), _senses(row.word)))


def _glossary_rows(rows: Iterable[GlossaryRow]) -> Iterator[str]:
    for row in rows:
        cells = (
            _cell(row.word),
            escape(_traditional(row.word)),
            escape(row.word.level or ""),
            str(row.count),
            _senses(row.word),
        )
        yield format_row(cells)


def _name_rows(rows: Iterable[GlossaryRow]) -> Iterator[str]:
    for row in rows:
        name = row.word.name
        if name is not None:
            cells = (_cell(row.word), "", str(name.kind), str(row.count), _running(name.note))
            yield format_row(cells)


def _cell(word: Word) -> str:
    return format_words([_notated(word)])


def _traditional(word: Word) -> str:
    form = word.entries[0].traditional if word.entries else close(word.text)
    return form if form != close(word.text) else ""


def _senses(word: Word) -> str:
    senses = word.entries[0].senses[:MAX_SENSES] if word.entries else ()
    return _running(" / ".join(senses))


def _running(text: str) -> str:
    """Escape running English; its spaces may stay."""
    return " ".join(map(escape, text.split()))


def _nav(issue: AnnotatedIssue, place: int) -> Block:
    attributes: dict[str, str] = {}
    for key, neighbour in (("previous", place - 1), ("next", place + 1)):
        if 0 <= neighbour < len(issue.stories):
            story = issue.stories[neighbour]
            attributes[key] = f"{story.story_id}.html"
            attributes[f"{key}_title"] = story_title(story)
    return Block(kind="nav", attributes=attributes)

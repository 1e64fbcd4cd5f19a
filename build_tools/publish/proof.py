"""What is in a story is on its page, in order: checked before a page is written."""

from collections.abc import Iterator

from build_tools.annotation import AnnotatedStory, Word
from build_tools.errors import LossError
from build_tools.model import ParagraphKind
from build_tools.publish.notation import (
    DRAFT,
    ENGLISH,
    Block,
    parse_blocks,
    parse_words,
)

# Blocks that print the story; the others print the issue, numbers about it, or its tables.
_STORY_BLOCKS = frozenset(
    ("section", "kicker", "headline", "deck", "byline", *map(str, ParagraphKind))
)


def refuse_lost_text(story: AnnotatedStory, page: str) -> None:
    """Stop unless *page* prints every word of *story*, once and in order.

    Bylines stand under the headline on a page, wherever the paper had them.

    Raises:
        LossError: it does not (a defect of the pages, never of the text).
    """
    printed = "".join(_printed_texts(page))
    expected = "".join(word.text for word in _story_words(story))
    if printed != expected:
        raise LossError(
            str(story.span), "its page does not print its text", "Report this text to the project."
        )


def _story_words(story: AnnotatedStory) -> Iterator[Word]:
    for heading in (story.section, story.kicker, story.headline, story.deck):
        yield from heading.words if heading else ()
    for byline in story.bylines:
        yield from (*byline.role, *byline.names)
    for paragraph in story.paragraphs:
        for sentence in paragraph.sentences:
            yield from sentence.words


def _printed_texts(page: str) -> Iterator[str]:
    for block in parse_blocks(page.split("\n")):
        if isinstance(block, Block) and block.kind in _STORY_BLOCKS:
            for line in block.lines:
                if not line.startswith((ENGLISH, DRAFT)):
                    yield from (word.text for word in parse_words(line))

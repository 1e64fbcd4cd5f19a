"""What every rule says of itself, put for an editor who does not read code."""

import re
from collections.abc import Iterator
from typing import Protocol

from build_tools.parse.lines.classify import LINE_RULES
from build_tools.parse.lines.furniture import FURNITURE_RULES
from build_tools.parse.lines.neighbours import NEIGHBOUR_RULES
from build_tools.parse.lines.page_lines import PAGE_RULES
from build_tools.parse.stories.heading_pairs import PAIR_RULES, PairReading
from build_tools.parse.stories.headless import HEADLESS_RULES
from build_tools.parse.stories.starts import HEADING_RULES

# What decides without a rule of its own in a table.
_PLAIN_REASONS = {
    # By an editor
    "is_in_outline": "outline.txt says so.",
    "follows_lost_start": (
        "outline.txt opens a story with the line above, which is gone from the text or in no\n"
        "story: so the story opens here."
    ),
    "is_second_heading": (
        "outline.txt makes a heading of it, but its story has a headline above the text:\n"
        "so it is a sub-heading. A row 'story' above it makes it the headline of another story."
    ),
    # Lines
    "is_text": "Longer than a heading, or with a full stop: running text.",
    "is_masthead": "It begins with the name of the paper, as issue.toml has it.",
    "is_picture": "The place of a picture in Markdown: ![](…).",
    "is_in_printed_column": "A line of a printed column, broken where the column ended.",
    "is_without_punctuation": "Beside printed columns, and without punctuation: a heading.",
    "is_column_of_verse": "Lines of one length below each other on a page of columns: verse.",
    "is_row": (
        "One of three lines or more with figures or gaps, and no full stop: rows of a table.\n"
        "As in: result lists and forecasts."
    ),
    "is_verse": (
        "One of four short lines or more that end in commas or stand under a poet's name: a poem.\n"
        "Unlike: dialogue, numbered points, short paragraphs, which all end in a full stop."
    ),
    "is_untitled_run": (
        "One of seven short lines or more without punctuation under a headline: a poem.\n"
        "As in: web editions whose author lines are lost.\n"
        "Unlike: advertisements, which hold figures and are few lines."
    ),
    "stands_over_verse": (
        "A short line between a poem's title and its indented lines: the poet.\n"
        "As in: web editions, which set title and writer flush."
    ),
    "settle_marks": (
        "A name behind a mark that this page uses for sections alone: a section.\n"
        "As in: ■水乡 over a headline.\n"
        "Unlike: a byline at the foot (■李晗), on pages without such sections."
    ),
    "settle_bare_names": (
        "A short line between headline and text, on a page that names its writers so.\n"
        "As in: supplements, where pen names look like no names."
    ),
    "settle_page_list": "One of several pages of an edition in a row: a list, not a section.",
    "settle_menu": "One of many links over a story: the menu of a web page.",
    "settle_guide": "In a front page's guide to other pages: 导读, headlines and page numbers.",
    "settle_repeats": (
        "In a list of headlines under the buttons of a web page; the stories stand elsewhere."
    ),
    "settle_front_matter": "What a newsletter says of itself over its first section.",
    "settle_back_matter": "What a newsletter says of itself at its end: 订阅, 往期.",
    # Paragraphs
    "continues_paragraph": (
        "A line breaks off within its sentence, and what follows cannot be a heading:\n"
        "a column break had cut the paragraph.\n"
        "Wrong where a paper leaves out the full stop at the end of a paragraph."
    ),
    "join_narrow_lines": (
        "The line above fills its column, so that this one goes on with its paragraph.\n"
        "As in: text out of a PDF, broken wherever the column ended."
    ),
    "continues_column": "Lines of one block of a printed column are one paragraph.",
    # Headings
    "is_section": "The mark or the word before it makes it a section.",
    "stands_as_rubric": (
        "A short name over a longer headline: a section.\nAs in: 文　讯 / 朗诵会举行."
    ),
    "is_first_line": "The first of the heading lines that is no section: the headline.",
    "is_middle_line": "Of three heading lines the middle one is the headline (引题, 主题, 副题).",
    "is_deck_line": (
        "Under a headline, and nothing but a deck opens so.\n"
        "As in: ——十所新学校今秋开学, （十月六日通过）, 第三十六号."
    ),
    "is_deck_below": (
        "No habit tells these two heading lines apart:\n"
        "so the upper one is the headline, the lower one the deck."
    ),
    "is_first_block": "The first block of lines over a printed column: the headline.",
    "is_later_block": "A further block of lines over a printed column: the deck.",
    "is_listed": "The list of headlines on the same web page has this line: it is the headline.",
    "is_long_stack": "One of more lines than any headline has: a row of a list.",
    "is_stray_heading": "Nothing stands under it: it belongs to the story above.",
    "is_subheading": "No habit makes a headline of it, and its text goes on with the story above.",
}


class _Rule(Protocol):
    """A function that decides one thing, whatever it looks at."""

    __name__: str
    __doc__: str | None


_RULES: tuple[_Rule, ...] = (
    *FURNITURE_RULES,
    *PAGE_RULES,
    *HEADLESS_RULES,
    *(rule for _, rule in LINE_RULES),
    *(rule for _, rule in NEIGHBOUR_RULES),
    *(rule for _, rule in HEADING_RULES),
)
_TELLING = {
    PairReading.KICKER_ABOVE: "So the upper one is the kicker, the lower one the headline.",
    PairReading.DECK_BELOW: "So the upper one is the headline, the lower one the deck.",
    PairReading.ONE_HEADLINE: "So both are one headline.",
}
# What stands in docstrings for programmers, and what an editor reads instead.
_PUT_PLAINLY = (
    (re.compile(r"^Whether (?:a |the )?(?:\*\w+\*|line|text) ", re.MULTILINE), "It "),
    (re.compile(r"^Source: newspaper habit: ", re.MULTILINE), "As in: "),
    (re.compile(r"^Source: ", re.MULTILINE), "Seen in: "),
    (re.compile(r"^Not: ", re.MULTILINE), "Unlike: "),
    (re.compile(r"``|[*`]"), ""),
)


def tell_reason(rule: str) -> Iterator[str]:
    """Give what *rule* says of itself, line by line, and its name."""
    yield from (f"  {row}" for row in REASON_BY_RULE.get(rule, "").split("\n") if row)
    yield f"  (the rule {rule})"


def _put_plainly(doc: str) -> str:
    """Give a docstring without what is for programmers: arguments, examples, marks of code."""
    rows = [row.strip() for row in doc.strip().split("\n")]
    end = next((at for at, row in enumerate(rows) if row.startswith((">>>", "Args:"))), len(rows))
    text = "\n".join(row for row in rows[:end] if row)
    for pattern, plain in _PUT_PLAINLY:
        text = pattern.sub(plain, text)
    return text


REASON_BY_RULE = {
    **{rule.__name__: _put_plainly(rule.__doc__ or "") for rule in _RULES},
    **{
        rule.__name__: f"{_put_plainly(rule.__doc__ or '')}\n{_TELLING[reading]}"
        for reading, rule in PAIR_RULES
    },
    **_PLAIN_REASONS,
}
"""What every rule says of itself: a sentence, and further lines with examples."""

"""What shows that a heading opens a story on a page saved from the web."""

from build_tools.parse.lines.datelines import DATELINE
from build_tools.parse.lines.line import LineKind
from build_tools.parse.lines.marks import BULLET
from build_tools.parse.stories.stacks import Stack


def is_bulleted(stack: Stack) -> bool:
    """A headline behind a bullet, with its byline, its dateline or its poem under it.

    Source: web editions that print the link to a story over it: • 听泉小记.
    Not: an item of a list, which has another item under it.
    """
    after = stack.after
    return (
        stack.first.text[0] == BULLET
        and after is not None
        and (
            after.kind in {LineKind.BYLINE, LineKind.VERSE}
            or DATELINE.match(after.text) is not None
        )
    )


def follows_page_end(stack: Stack) -> bool:
    """A heading behind the buttons or the rights of a web page: that page's own headline.

    Source: pages saved from the web one after the other.
    Not: a heading behind a printed page's number, which may cut a story anywhere.
    """
    return stack.first.lines[0].follows_page


def stands_over_record(stack: Stack) -> bool:
    """A heading over the record of its web page: headline / 2026-03-20 09:20 来源：….

    Source: pages saved from the web.
    Not: a heading over its text, or over buttons.
    """
    return stack.heads[-1].lines[-1].is_over_record

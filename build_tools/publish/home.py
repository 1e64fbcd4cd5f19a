"""The news-stand: what the home page needs of each issue, kept beside the issue's pages.

An issue that is not built this time still stands on the home page.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from build_tools.annotation import AnnotatedIssue
from build_tools.publish.notation import Block, escape, format_block, format_row, parse_blocks
from build_tools.publish.pages import (
    format_masthead,
    format_page,
    format_teaser,
    issue_title,
)

LEAD_STORIES = 3
"""Stories of the newest issue that the home page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCard:
    """One issue on the news-stand."""

    issue_id: str
    """``sample``."""
    date: str
    """``2026-03-20``; empty where unknown, which sorts last."""
    title: str
    """Plain text: ``云溪报 2026年3月20日``."""
    blocks: tuple[str, ...]
    """Masthead and lead teasers, in notation."""
    row: str
    """Row of the list of older issues, in notation."""


def make_card(issue: AnnotatedIssue) -> IssueCard:
    """Give what the home page shows of *issue*."""
    folder = f"issues/{issue.issue_id}/"
    masthead = format_masthead(issue, href=f"{folder}index.html")
    teasers = [
        format_teaser(issue, place, folder=folder)
        for place in range(min(LEAD_STORIES, len(issue.stories)))
    ]
    date = issue.date.isoformat() if issue.date else ""
    english = issue.paper.translation.text if issue.paper.translation else ""
    row = (
        masthead.lines[0],
        escape(f"{folder}index.html"),
        date,
        escape(issue.edition or ""),
        str(len(issue.stories)),
        escape(english),
    )
    return IssueCard(
        issue_id=issue.issue_id,
        date=date,
        title=issue_title(issue),
        blocks=tuple(map(format_block, (masthead, *teasers))),
        row=format_row(row),
    )


def format_card(card: IssueCard) -> str:
    """Write *card* as JSON."""
    return json.dumps(asdict(card), ensure_ascii=False, indent=1) + "\n"


def parse_card(text: str) -> IssueCard:
    """Read a card.

    Raises:
        ValueError: *text* is no card of this version.
    """
    fields = json.loads(text)
    if not isinstance(fields, dict) or fields.keys() != IssueCard.__dataclass_fields__.keys():
        message = "not an issue card"
        raise ValueError(message)
    return IssueCard(**{**fields, "blocks": tuple(fields["blocks"])})


def format_home_page(cards: Sequence[IssueCard], site_name: str) -> str:
    """Write the home page: the newest issue with its lead stories, the older ones listed."""
    newest, *older = sorted(cards, key=lambda card: (card.date, card.issue_id), reverse=True)
    blocks = [
        part
        for text in newest.blocks
        for part in parse_blocks(text.split("\n"))
        if isinstance(part, Block)
    ]
    if older:
        blocks.append(Block(kind="issues", lines=tuple(card.row for card in older)))
    else:
        blocks.append(Block(kind="issues"))
    description = f"{site_name}: read a Chinese newspaper with pinyin, glossary and English"
    return format_page("首页 Home", description, blocks)

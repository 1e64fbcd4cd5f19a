import datetime
from dataclasses import replace

import pytest

from build_tools.annotate.lexicon import Lexicon
from build_tools.annotation import AnnotatedIssue
from build_tools.publish.home import format_card, format_home_page, make_card, parse_card
from build_tools.publish.notation import Block, parse_blocks, parse_row
from tests.notated import annotate

STORY = "{}\n\n□本报记者 江月\n\n老桥昨天通车了。\n\n"
TEXT = "".join(map(STORY.format, ("桥修好了", "灯亮了", "水渠通了", "书到了")))


@pytest.fixture(scope="module")
def issue(lexicon: Lexicon) -> AnnotatedIssue:
    return replace(annotate(TEXT, lexicon), date=datetime.date(2024, 5, 6), edition="第3版")


def _blocks(page: str) -> list[Block]:
    return [part for part in parse_blocks(page.split("\n")) if isinstance(part, Block)]


def test_card_reads_back(issue: AnnotatedIssue) -> None:
    card = make_card(issue)
    assert parse_card(format_card(card)) == card
    assert (card.issue_id, card.date, card.title) == ("case", "2024-05-06", "云溪报 2024年5月6日")


@pytest.mark.parametrize("text", ["[]", "null", "{}", '{"issue_id": "case"}'])
def test_what_is_no_card_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an issue card"):
        parse_card(text)


def test_home_page_shows_masthead_and_three_lead_stories(issue: AnnotatedIssue) -> None:
    blocks = _blocks(format_home_page([make_card(issue)], "看报"))
    assert [block.kind for block in blocks] == ["masthead", *["teaser"] * 3, "issues"]
    assert blocks[0].attributes["href"] == "issues/case/index.html"
    assert blocks[1].attributes["href"] == f"issues/case/{issue.stories[0].story_id}.html"
    assert blocks[1].attributes["rank"] == "lead"
    assert blocks[-1].lines == ()


def test_newest_issue_leads_and_older_ones_are_listed(issue: AnnotatedIssue) -> None:
    dates = (datetime.date(2024, 5, 6), datetime.date(2025, 1, 1), None, datetime.date(2023, 2, 2))
    cards = [
        make_card(replace(issue, issue_id=f"issue-{number}", date=date))
        for number, date in enumerate(dates)
    ]
    blocks = _blocks(format_home_page(cards, "看报"))
    assert blocks[0].attributes["href"] == "issues/issue-1/index.html"
    rows = [parse_row(line) for line in blocks[-1].lines]
    # An issue without a date comes last.
    assert [row[2] for row in rows] == ["2024-05-06", "2023-02-02", ""]
    assert [row[4] for row in rows] == ["4"] * 3
    assert rows[0][5] == r"Yunxi\sNews"


def test_home_page_names_the_site(issue: AnnotatedIssue) -> None:
    page = format_home_page([make_card(issue)], "看报 <b>")
    assert 'description: "看报 &lt;b&gt;: ' in page


def test_order_of_the_cards_does_not_matter(issue: AnnotatedIssue) -> None:
    cards = [make_card(replace(issue, issue_id=name)) for name in ("a", "b", "c")]
    assert format_home_page(cards, "看报") == format_home_page(cards[::-1], "看报")

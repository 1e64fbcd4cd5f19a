"""A page prints its story, whole and in order."""

import pytest
from hypothesis import given

from build_tools.annotate.corrections import Corrections
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.stories import annotate_issue
from build_tools.annotation import AnnotatedIssue
from build_tools.errors import InputError, LossError
from build_tools.publish.pages import format_story_page
from build_tools.publish.proof import refuse_lost_text
from tests.parse.newspaper import newspapers, split

TEXT = "桥修好了\n□本报记者 江月\n老桥修了三个月。大家都来看。\n桥上看河\n孩子们数船。\n"


def _annotate(text: str, lexicon: Lexicon) -> AnnotatedIssue:
    return annotate_issue(split(text), lexicon, Corrections(), {})


@given(newspapers)
def test_page_of_any_story_prints_all_of_it(lexicon: Lexicon, text: str) -> None:
    try:
        issue = _annotate(text, lexicon)
    except InputError:
        return
    for place, story in enumerate(issue.stories):
        refuse_lost_text(story, format_story_page(issue, place))


@pytest.mark.parametrize(
    ("printed", "changed"),
    [
        ("孩子(háizi) 们(men) 数(shǔ) 船(chuán) 。", "孩子(háizi) 们(men) 数(shǔ) 。"),
        ("::: subheading\n桥(qiáo) 上(shàng) 看(kàn) 河(hé)\n:::\n", ""),
        ("江月(Jiāng Yuè:person)", "江月(Jiāng Yuè:person) 江月(Jiāng Yuè:person)"),
    ],
    ids=["a-word-lost", "a-heading-lost", "a-name-doubled"],
)
def test_page_that_loses_or_doubles_text_is_refused(
    lexicon: Lexicon, printed: str, changed: str
) -> None:
    issue = _annotate(TEXT, lexicon)
    page = format_story_page(issue, 0)
    assert printed in page
    with pytest.raises(LossError, match="does not print its text"):
        refuse_lost_text(issue.stories[0], page.replace(printed, changed, 1))

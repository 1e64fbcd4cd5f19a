"""The sample issue: what a reader of the project sees first must be right."""

import re
from pathlib import Path

import pytest

from build_tools.annotate.lexicon import Lexicon
from build_tools.annotation import WordKind
from build_tools.check.codes import format_finding
from build_tools.model import Severity
from build_tools.pipeline import BuiltIssue, build_issue
from tests.notated import all_words

SAMPLE = Path(__file__).parents[2] / "issues" / "sample"

# Read by hand; headlines in the paper's order.
HEADLINES = {
    "末班车晚开两小时 回家路近了一程": "mòbānchē wǎn kāi liǎng xiǎoshí huíjiā lù jìn le yī chéng",
    "空座位里有笔大账": "kòng zuòwèi lǐ yǒu bǐ dà zhàng",
    "天鹅回家": "tiān'é huíjiā",
    "夜校满员": "yèxiào mǎnyuán",
    "开犁之前": "kāilí zhīqián",
    "锯了古榆的人当上护树员！": "jù le gǔ yú de rén dāng shàng hùshùyuán ！",
    "丢了一头驴，找回一家子": "diū le yī tóu lǘ ， zhǎohuí yījiāzi",
    "公平秤赶集记": "gōngpíng chèng gǎnjí jì",
    "一本书借了四十一年": "yī běn shū jiè le sìshíyī nián",
    "意大利女婿卖莜面": "Yìdàlì nǚxu mài yóumiàn",
    "更正一则关于母鸡的报道": "gēngzhèng yī zé guānyú mǔjī de bàodào",
}


@pytest.fixture(scope="module")
def sample(lexicon: Lexicon) -> BuiltIssue:
    return build_issue(SAMPLE, lexicon)


def test_every_headline_is_read_right(sample: BuiltIssue) -> None:
    spelled = {}
    for story in sample.annotated.stories:
        assert story.headline is not None
        words = (w.reading.spelling if w.reading else w.text for w in story.headline.words)
        spelled[story.headline.text] = " ".join(" ".join(words).split())
    assert spelled == HEADLINES
    assert list(spelled) == list(HEADLINES)


def test_nothing_is_left_to_settle(sample: BuiltIssue) -> None:
    warnings = [f for f in sample.findings if f.severity is Severity.WARNING]
    assert list(map(format_finding, warnings)) == []


def test_nothing_is_left_over(sample: BuiltIssue) -> None:
    assert sample.issue.unplaced == ()
    assert sample.issue.furniture == ()
    assert [str(story.kind) for story in sample.issue.stories] == [
        "article",
        "commentary",
        *["photo"] * 3,
        *["article"] * 6,
    ]


def test_every_text_has_english(sample: BuiltIssue) -> None:
    missing = [
        sentence.text
        for story in sample.annotated.stories
        for sentence in (
            *filter(None, (story.section, story.kicker, story.headline, story.deck)),
            *(s for p in story.paragraphs if p.kind != "credit" for s in p.sentences),
        )
        if sentence.translation is None
    ]
    assert missing == []


def test_every_word_is_explained(sample: BuiltIssue) -> None:
    words = [word for word in all_words(sample.annotated) if word.kind is WordKind.HAN]
    assert [word.text for word in words if not word.entries and word.name is None] == []


def test_no_word_shows_a_surname_or_a_reference_first(sample: BuiltIssue) -> None:
    shown = {
        word.text: word.entries[0].senses[0] for word in all_words(sample.annotated) if word.entries
    }
    wrong = {
        text: sense
        for text, sense in shown.items()
        if re.match(r"surname [A-Z]|(old )?variant of|see [^a-z]|used in ", sense)
    }
    assert wrong == {}


def test_names_of_people_are_right(sample: BuiltIssue) -> None:
    people = {
        row.word.text: row.word.reading.spelling
        for story in sample.annotated.stories
        for row in story.names
        if row.word.reading and row.word.name and row.word.name.kind == "person"
    }
    assert {
        "单春梅": "Shàn Chūnméi",
        "任明远": "Rén Míngyuǎn",
        "解庆年": "Xiè Qìngnián",
        "查文静": "Zhā Wénjìng",
        "查守田": "Zhā Shǒutián",
        "曾小满": "Zēng Xiǎomǎn",
        "仇凤英": "Qiú Fèngyīng",
        "上官芸": "Shàngguān Yún",
        "诸葛雨桐": "Zhūgě Yǔtóng",
        "欧阳德顺": "Ōuyáng Déshùn",
        "老单": "Lǎo Shàn",
        "孙某平": "Sūn Mǒupíng",
        "马可·贝内代蒂": "Mǎkě·Bèinèidàidì",
        "仇师傅": "Qiú shīfu",
        # Mongolian names have no surname: written as one word
        "巴图苏和": "Bātúsūhé",
        "娜仁": "Nàrén",
        "哈斯": "Hāsī",
    }.items() <= people.items(), people

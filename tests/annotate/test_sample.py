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


# Every name of the sample, read by hand; Mongolian names have no surname: one word.
PEOPLE = {
    "单春梅": "Shàn Chūnméi",
    "任明远": "Rén Míngyuǎn",
    "欧阳德顺": "Ōuyáng Déshùn",
    "老算盘": "Lǎo Suànpan",
    "老魏": "Lǎo Wèi",
    "乔玉兰": "Qiáo Yùlán",
    "曾小满": "Zēng Xiǎomǎn",
    "苗晓岚": "Miáo Xiǎolán",
    "解庆年": "Xiè Qìngnián",
    "周其远": "Zhōu Qíyuǎn",
    "苏桂芳": "Sū Guìfāng",
    "诸葛雨桐": "Zhūgě Yǔtóng",
    "郭亮": "Guō Liàng",
    "冯佳音": "Féng Jiāyīn",
    "老鲁": "Lǎo Lǔ",
    "段某": "Duàn Mǒu",
    "孙某平": "Sūn Mǒupíng",
    "巴图苏和": "Bātúsūhé",
    "李某": "Lǐ Mǒu",
    "朝鲁": "Cháolǔ",
    "仇凤英": "Qiú Fèngyīng",
    "哈斯": "Hāsī",
    "娜仁": "Nàrén",
    "萨日": "Sàrì",
    "郝立冬": "Hǎo Lìdōng",
    "萨如拉": "Sàrúlā",
    "贺敏": "Hè Mǐn",
    "梁少华": "Liáng Shǎohuá",
    "老单": "Lǎo Shàn",
    "仇广林": "Qiú Guǎnglín",
    "上官芸": "Shàngguān Yún",
    "仇师傅": "Qiú shīfu",
    "马可·贝内代蒂": "Mǎkě·Bèinèidàidì",
    "老马": "Lǎo Mǎ",
    "查文静": "Zhā Wénjìng",
    "查大爷": "Zhā dàye",
    "查守田": "Zhā Shǒutián",
}
PLACES = {
    "榆川县": "Yúchuān Xiàn",
    "城西站": "Chéngxī Zhàn",
    "黑豆梁镇": "Hēidòuliáng Zhèn",
    "甜水畔村": "Tiánshuǐpàn Cūn",
    "灯盏沟乡": "Dēngzhǎngōu Xiāng",
    "羊角坡村": "Yángjiǎopō Cūn",
    "榆川": "Yúchuān",
    "都兰诺尔湖": "Dūlán Nuò'ěr Hú",
    "北街社区": "Běijiē Shèqū",
    "陶来旗": "Táolái Qí",
    "哈日莫敦苏木": "Hārìmòdūn Sūmù",
    "宝格达塔拉嘎查": "Bǎogédátǎlā Gāchá",
    "哈日莫敦": "Hārìmòdūn",
    "南门巷": "Nánmén Xiàng",
    "北京": "Běijīng",
}


def test_names_of_the_sample_are_these_and_no_others(sample: BuiltIssue) -> None:
    found: dict[str, dict[str, str]] = {}
    for story in sample.annotated.stories:
        for row in story.names:
            if row.word.reading and row.word.name:
                by_text = found.setdefault(row.word.name.kind, {})
                by_text[row.word.text] = row.word.reading.spelling
    assert found == {"person": PEOPLE, "place": PLACES}

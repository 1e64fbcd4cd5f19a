"""Readings in context, in the text notation; every line is sentence and answer at once."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotate.function_words import RULES
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.pinyin_lines import read_line
from build_tools.annotate.readings import ReadingTables, read_words
from build_tools.annotate.tokens import is_han
from build_tools.annotation import Name, NameKind, ReadingSource, Syllable
from build_tools.publish.notation import parse_words
from tests.notated import notate

FUNCTION_WORDS = """
# 得: děi for must, de after verb or adjective, dé for getting
问题(wèntí) 今天(jīntiān) 就(jiù) 得(děi) 解决(jiějué) 。
我(wǒ) 得(děi) 走(zǒu) 了(le) 。
得(děi) 去(qù) 看看(kànkan) 。
今天(jīntiān) 得(děi) 再(zài) 走(zǒu) 一(yī) 趟(tàng) 。
这(zhè) 一(yī) 仗(zhàng) 打(dǎ) 得(de) 漂亮(piàoliang) 。
雨(yǔ) 下(xià) 得(de) 很(hěn) 大(dà) 。
客队(kèduì) 又(yòu) 得(dé) 三分(sānfēn) 。
老师(lǎoshī) 得(dé) 了(le) 奖(jiǎng) 。
她(tā) 取得(qǔdé) 了(le) 好(hǎo) 成绩(chéngjì) 。

# 地: de between a describing word and a verb, else dì
她(tā) 激动(jīdòng) 地(de) 说(shuō) 。
老人(lǎorén) 热情(rèqíng) 地(de) 招呼(zhāohu) 客人(kèrén) 。
他(tā) 慢慢(mànmàn) 地(de) 走(zǒu) 。
水(shuǐ) 洒(sǎ) 在(zài) 地上(dìshang) 。
土地(tǔdì) 很(hěn) 肥(féi) 。

# 为: wèi for doing something for someone, wéi for being
为(wèi) 群众(qúnzhòng) 办事(bànshì) 。
干部(gànbù) 为(wèi) 群众(qúnzhòng) 办事(bànshì) 。
他(tā) 为(wèi) 争(zhēng) 口气(kǒuqì) ， 天天(tiāntiān) 练习(liànxí) 。
为(wèi) 孩子(háizi) 们(men) 上课(shàngkè) 。
满意(mǎnyì) 率(lǜ) 为(wéi) 98% 。
改为(gǎiwéi) 预约(yùyuē) 。
房价(fángjià) 为(wéi) 三万(sānwàn) 元(yuán) 。
他(tā) 被(bèi) 选(xuǎn) 为(wéi) 村长(cūnzhǎng) 。
梨树(líshù) 为(wéi) 村里(cūnlǐ) 所有(suǒyǒu) 。
为什么(wèishénme) ？

# 长: zhǎng for growing and for heads of offices, else cháng
指挥(zhǐhuī) 长(zhǎng) 到(dào) 了(le) 。
树枝(shùzhī) 长(zhǎng) 出(chū) 新芽(xīnyá) 。
长(zhǎng) 在(zài) 路边(lùbiān) 的(de) 草(cǎo) 。
他(tā) 是(shì) 调度(diàodù) 室(shì) 长(zhǎng) 。
路(lù) 很(hěn) 长(cháng) 。
绳子(shéngzi) 三(sān) 米(mǐ) 长(cháng) 。

# 只: zhī as a measure word, else zhǐ
一(yī) 只(zhī) 大(dà) 鹅(é) 。
这(zhè) 只(zhī) 羊(yáng) 。
他(tā) 只(zhǐ) 说(shuō) 了(le) 一句(yījù) 。
这(zhè) 只是(zhǐshì) 开始(kāishǐ) 。

# 还: huán for giving back, else hái
他(tā) 还(huán) 钱(qián) 来(lái) 了(le) 。
他(tā) 来(lái) 还(huán) 书(shū) 。
欠款(qiànkuǎn) 至今(zhìjīn) 未(wèi) 还(huán) 。
他(tā) 还(hái) 没(méi) 来(lái) 。

# 倒: dǎo for falling, else dào
大树(dàshù) 被(bèi) 锯(jù) 倒(dǎo) 。
他(tā) 倒(dǎo) 在(zài) 地上(dìshang) 。
他(tā) 倒(dào) 了(le) 一(yī) 杯(bēi) 水(shuǐ) 。

# 种: zhòng for planting, else zhǒng
他(tā) 种(zhòng) 了(le) 三(sān) 亩(mǔ) 梨(lí) 。
他们(tāmen) 种(zhòng) 的(de) 梨(lí) 。
他(tā) 种(zhòng) 果树(guǒshù) 。
三(sān) 种(zhǒng) 梨(lí) 都(dōu) 很(hěn) 甜(tián) 。
各种(gèzhǒng) 花(huā) 。
这种(zhèzhǒng) 梨(lí) 很(hěn) 甜(tián) 。

# 系: jì for tying on, else xì
她(tā) 系(jì) 上(shàng) 围裙(wéiqún) 。
两(liǎng) 人(rén) 系(xì) 同学(tóngxué) 。

# 数: shǔ for counting, else shù
他(tā) 数(shǔ) 了(le) 三(sān) 遍(biàn) 。
孩子(háizi) 小声(xiǎoshēng) 数(shǔ) 。
全(quán) 村(cūn) 数(shǔ) 段某(Duàn Mǒu:person) 手艺(shǒuyì) 最好(zuìhǎo) 。
来(lái) 了(le) 数百(shùbǎi) 人(rén) 。
人数(rénshù) 不(bù) 多(duō) 。

# 行: háng for a row behind a number, else xíng
墙(qiáng) 上(shàng) 写(xiě) 着(zhe) 两(liǎng) 行(háng) 字(zì) 。
一行(yīxíng) 五(wǔ) 人(rén) 到(dào) 了(le) 村里(cūnlǐ) 。

# 干: gān for dry, else gàn
太(tài) 干(gān) 了(le) 。
衣服(yīfu) 晒干(shàigān) 了(le) 。
干(gàn) 了(le) 三(sān) 年(nián) 。
大家(dàjiā) 苦干(kǔgàn) 三(sān) 年(nián) 。

# 应: yìng for answering a call, else yīng
本报(běnbào) 应(yìng) 读者(dúzhě) 要求(yāoqiú) 刊登(kāndēng) 。
食品(shípǐn) 应(yīng) 符合(fúhé) 要求(yāoqiú) 。

# 着: zháo for a result, else zhe
他(tā) 没(méi) 找(zhǎo) 着(zháo) 。
他(tā) 看(kàn) 着(zhe) 我(wǒ) 。

# 了: liǎo in 不了 and 了之, else le
这(zhè) 事(shì) 他(tā) 办(bàn) 不(bù) 了(liǎo) 。
一(yī) 退(tuì) 了(liǎo) 之(zhī) 。
他(tā) 不(bù) 了解(liǎojiě) 情况(qíngkuàng) 。

# 重: zhòng for heavy, chóng for what is done again
箱子(xiāngzi) 很(hěn) 重(zhòng) 。
这(zhè) 条(tiáo) 鱼(yú) 重(zhòng) 7 斤(jīn) 。
三重(sānchóng) 门(mén) 。
导演(dǎoyǎn) 重(chóng) 录(lù) 了(le) 一遍(yībiàn) 。
门(mén) 窗(chuāng) 重(chóng) 做(zuò) 。

# 空: kòng for left free, else kōng
空(kòng) 着(zhe) 座位(zuòwèi) 。
空(kòng) 出(chū) 一(yī) 间(jiān) 屋子(wūzi) 。
天(tiān) 很(hěn) 空(kōng) 。

# 差: chà for lacking, else chā
差(chà) 的(de) 这(zhè) 一(yī) 大(dà) 截(jié) 。

# 将: jiàng for a general at the end of a clause, else jiāng
他(tā) 是(shì) 一(yī) 名(míng) 老将(lǎojiàng) 。
他(tā) 做(zuò) 过(guo) 参(cān) 将(jiàng) 。
会议(huìyì) 将(jiāng) 于(yú) 明日(míngrì) 举行(jǔxíng) 。

# 率: shuài where someone leads someone, else lǜ
县长(xiànzhǎng) 率(shuài) 队(duì) 检查(jiǎnchá) 水渠(shuǐqú) 。
他(tā) 率(shuài) 队(duì) 出发(chūfā) 。
就业率(jiùyèlǜ) 数据(shùjù) 公布(gōngbù) 了(le) 。

# 藏: zàng for Tibet, else cáng
医疗(yīliáo) 队(duì) 驻(zhù) 藏(zàng) 三(sān) 年(nián) 。
他(tā) 会(huì) 说(shuō) 藏语(Zàngyǔ) 。
信(xìn) 藏(cáng) 在(zài) 柜子(guìzi) 里(lǐ) 。

# 卷: juàn for a volume beside its number or title, else juǎn
全书(quánshū) 三(sān) 卷(juàn) 。
《 云溪(yúnxī) 县志(xiànzhì) 》 卷(juàn) 四(sì) 记(jì) 了(le) 这(zhè) 件(jiàn) 事(shì) 。
他(tā) 卷起(juǎnqǐ) 袖子(xiùzi) 。

# 钉: dìng for nailing, else dīng
牌子(páizi) 钉(dìng) 在(zài) 门(mén) 上(shàng) 。
一(yī) 颗(kē) 钉(dīng) 。

# 过: neutral after a verb for what was once done, else guò
他(tā) 办理(bànlǐ) 过(guo) 证件(zhèngjiàn) 。
她(tā) 去(qù) 过(guo) 县城(xiànchéng) 。
他(tā) 过(guò) 河(hé) 了(le) 。

# 弄: lòng for a lane behind its number, else nòng
他(tā) 家(jiā) 住(zhù) 在(zài) 593 弄(lòng) 。
别(bié) 弄坏(nònghuài) 了(le) 。

# 啦: neutral at the end of a clause, else lā
天亮(tiānliàng) 啦(la) 。
啦(lā) 啦(lā) 操(cāo) 比赛(bǐsài) 。

# 哇: neutral at the end of a clause, else wā
好看(hǎokàn) 哇(wa) ！
哇(wā) 的(de) 一声(yīshēng) 哭(kū) 了(le) 。

# 铺: pū for spreading, else pù
路面(lùmiàn) 铺(pū) 上(shàng) 石板(shíbǎn) 。
工人(gōngrén) 铺(pū) 沥青(lìqīng) 。
药(yào) 铺(pù) 旧址(jiùzhǐ) 还(hái) 在(zài) 。

# 弹: tán for playing an instrument and bouncing, else dàn
她(tā) 会(huì) 弹(tán) 钢琴(gāngqín) 。
导弹(dǎodàn) 。
"""

TONES_AND_SPELLING = """
# 一 and 不 keep their dictionary tone
一起(yīqǐ) 去(qù) 。
不要(bùyào) 不(bù) 去(qù) 。
不(bù) 对(duì) 。

# an apostrophe before a, o, e inside a word
棉袄(mián'ǎo) 。
海鸥(hǎi'ōu) 。
女儿(nǚ'ér) 的(de) 答案(dá'àn) 。

# neutral tones
爸爸(bàba) 的(de) 朋友(péngyou) 。
椅子(yǐzi) 和(hé) 桌子(zhuōzi) 。
我(wǒ) 认识(rènshi) 他们(tāmen) 。
踏实(tāshi) 便宜(piányi) 。
好(hǎo) 东西(dōngxi) 。

# erhua is one r, on the hanzi 儿
这儿(zhèr) 、 哪儿(nǎr) 。
一点儿(yīdiǎnr) 也(yě) 不(bù) 多(duō) 。
高兴(gāoxìng) 劲儿(jìnr) 。

# ü, longer words parted, figures kept
绿色(lǜsè) 的(de) 旅行(lǚxíng) 。
人民法院(rénmín fǎyuàn) 。
全程(quánchéng) 41.6 公里(gōnglǐ) ， 共(gòng) 7 站(zhàn) 。
T 恤(xù) 和(hé) GDP 。
"""

REVIEWED = """
# words whose tables are wrong
照片(zhàopiàn) 、 大夫(dàifu) 。
当天(dàngtiān) 和(hé) 当晚(dàngwǎn) 。
他(tā) 所得(suǒdé) 不(bù) 多(duō) 。
没(méi) 看好(kànhǎo) 的(de) 品相(pǐnxiàng) 。

# characters of foreign names
圣(shèng) 何(hé) 塞(sài) 市区(shìqū) 。
克莱(Kèlái) 蒙(méng) 市(shì) 。
他(tā) 用(yòng) 布(bù) 塞(sài) 住(zhù) 瓶(píng) 口(kǒu) 。
哈莉·塞斯(Hālì·Sàisī:person) 到(dào) 了(le) 。

# words that the cutter parts
河水(héshuǐ) 高(gāo) 差(chā) 很(hěn) 大(dà) 。
类似(lèisì) 的(de) 事(shì) 不(bù) 多(duō) 。
这样(zhèyàng) 做(zuò) 不(bù) 妥当(tuǒdang) 。

本(běn) 都(dōu) 没收(méishōu) 回来(huílái) 。

# what names a place or a state, a picture or a writer
地方(dìfāng) 各级(gèjí) 政府(zhèngfǔ) 。
这个(zhège) 地方(dìfang) 很(hěn) 大(dà) 。
科学(kēxué) 学会(xuéhuì) 会长(huìzhǎng) 到(dào) 了(le) 。
图(tú) 为(wéi) 决赛(juésài) 选手(xuǎnshǒu) 。
作者(zuòzhě) 为(wéi) 县(xiàn) 医院(yīyuàn) 医生(yīshēng) 。
以(yǐ) 《 云溪(yúnxī) 》 为(wéi) 线索(xiànsuǒ) 。
中(zhōng) 塞(sài) 两国关系(liǎngguó guānxì) 很(hěn) 好(hǎo) 。

# optionally neutral words have their full tone
太阳(tàiyáng) 出来(chūlái) 了(le) 。
关系(guānxì) 不(bù) 大(dà) 。
"""


def _lines(table: str) -> Sequence[str]:
    return [line for line in table.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(
    "line", [*_lines(FUNCTION_WORDS), *_lines(TONES_AND_SPELLING), *_lines(REVIEWED)]
)
def test_reading_of(line: str, lexicon: Lexicon) -> None:
    assert notate("".join(word.text for word in parse_words(line)), lexicon) == line


def test_every_function_word_has_a_case() -> None:
    assert [character for character in RULES if f"# {character}:" not in FUNCTION_WORDS] == []


def test_every_function_word_rule_names_its_negative_case() -> None:
    silent = [rule.__name__ for rule in RULES.values() if not {"Not:", "else"} & _words(rule)]
    assert silent == []


def _words(rule: object) -> set[str]:
    return set((rule.__doc__ or "").split())


def _tables(lexicon: Lexicon, corrections: dict[str, tuple[Syllable, ...]]) -> ReadingTables:
    return ReadingTables(
        phrases=lexicon.phrases, segmenter=lexicon.segmenter, corrections=corrections
    )


PERSON = {"单冬梅": Name(kind=NameKind.PERSON, note="")}


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("单冬梅", ReadingSource.NAME),
        ("照片", ReadingSource.OVERRIDE),
        ("银行", ReadingSource.PHRASE),
        ("银行照片", ReadingSource.PARTS),
        ("好", ReadingSource.CHARACTER),
    ],
)
def test_reading_says_what_decided_it(word: str, source: ReadingSource, lexicon: Lexicon) -> None:
    (reading,) = read_words([word], PERSON, _tables(lexicon, {}))
    assert reading is not None
    assert reading.source is source


def test_rule_is_named_as_the_source(lexicon: Lexicon) -> None:
    reading = read_words(["我", "得", "走"], {}, _tables(lexicon, {}))[1]
    assert reading is not None
    assert (reading.source, reading.spelling) == (ReadingSource.RULE, "děi")


@pytest.mark.parametrize("word", ["单冬梅", "照片", "银行", "好"])
def test_editors_word_stands_over_everything(word: str, lexicon: Lexicon) -> None:
    said = tuple(Syllable(base="ma", tone=1) for _ in word)
    (reading,) = read_words([word], PERSON, _tables(lexicon, {word: said}))
    assert reading is not None
    assert (reading.syllables, reading.source) == (said, ReadingSource.CORRECTION)


def test_lonely_polyphone_shows_its_other_readings(lexicon: Lexicon) -> None:
    (reading,) = read_words(["行"], {}, _tables(lexicon, {}))
    assert reading is not None
    assert reading.spelling == "xíng"
    assert "háng" in reading.alternatives


def test_corrected_polyphone_is_sure(lexicon: Lexicon) -> None:
    (reading,) = read_words(["行"], {}, _tables(lexicon, {"行": (Syllable(base="hang", tone=2),)}))
    assert reading is not None
    assert reading.alternatives == ()


def test_word_without_hanzi_has_no_reading(lexicon: Lexicon) -> None:
    assert read_words(["26.25", "GDP", "，"], {}, _tables(lexicon, {})) == (None, None, None)


UNKNOWN = "\N{CJK UNIFIED IDEOGRAPH-2CEA1}"
"""A hanzi that no table reads."""


def test_unknown_hanzi_has_an_empty_syllable_wherever_it_stands(lexicon: Lexicon) -> None:
    for word in (UNKNOWN, f"安{UNKNOWN}", f"{UNKNOWN}安", f"银行{UNKNOWN}照片"):
        (reading,) = read_words([word], {}, _tables(lexicon, {}))
        assert reading is not None
        assert len(reading.syllables) == len(word)


@given(st.text(max_size=40))
def test_line_has_one_syllable_a_hanzi_and_nothing_else(lexicon: Lexicon, line: str) -> None:
    _check_line(line, lexicon)


hanzi_lines = st.text(
    st.one_of(
        st.sampled_from("得地为长只还倒种数行干应着了一不老某小·，。1A记者说任单王县市"),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
    ),
    max_size=30,
)


@given(hanzi_lines)
def test_line_of_hanzi_has_one_syllable_a_hanzi(lexicon: Lexicon, line: str) -> None:
    _check_line(line, lexicon)


def _check_line(line: str, lexicon: Lexicon) -> None:
    syllables = read_line(line, lexicon)
    assert len(syllables) == len(line)
    for character, syllable in zip(line, syllables, strict=True):
        assert syllable != ""
        if not is_han(character):
            assert syllable is None
        elif lexicon.phrases.character(character):
            assert syllable is not None


@pytest.mark.parametrize("unit", ["字", "他得为地", "王字", "记者", "老霍", "某", "·", "马·", "。"])
def test_four_times_the_line_takes_about_four_times_as_long(unit: str, lexicon: Lexicon) -> None:
    def measure(characters: int) -> float:
        started = time.process_time()
        read_line(unit * (characters // len(unit)), lexicon)
        return time.process_time() - started

    short = min(measure(4000) for _ in range(2))
    assert measure(16_000) < 6 * short + 0.3

"""Readings of other characters that the words around them decide: 长 只 还 种 数 and more.

Each rule gives the syllable, or `None` where the usual reading holds; see
`build_tools.annotate.particles`.
"""

import re
from collections.abc import Callable, Mapping

from build_tools.annotate.context import NUMBER, Context
from build_tools.annotate.noun_or_verb import (
    read_chong,
    read_ding,
    read_guo,
    read_jiang,
    read_juan,
    read_la,
    read_long,
    read_pu,
    read_shuai,
    read_tan,
    read_wa,
    read_zang,
)
from build_tools.annotate.particles import (
    read_de_adverb,
    read_de_get,
    read_liao,
    read_wei,
    read_zhao,
    syllable,
)
from build_tools.annotation import Syllable

_OFFICES = frozenset(
    "旅师军团连排营局厅院会县市区镇乡村处科部校队团站所组委行室班店司州省警察馆社园"
)
_DEGREES = frozenset("很 太 最 更 较 不 多 真 好".split())
_DUTIES = frozenset("指挥 检察 审判 侦查 护士 事务 秘书 董事 理事 参谋 巡视".split())
_GROWTH = frozenset("出 大 得 了 着 成 满 在 到 势 高 草".split())


def read_chang(context: Context) -> Syllable | None:
    """长: zhǎng for growing and for heads of offices, else cháng.

    长出新芽 zhǎng, 调度室长 zhǎng, 三米长 cháng. Not: 很长.
    """
    if context.before in _DEGREES:
        return syllable("chang", 2)
    is_headed = context.before[-1:] in _OFFICES or context.before in _DUTIES
    if context.after in _GROWTH or (context.before and is_headed):
        return syllable("zhang", 3)
    return syllable("chang", 2) if context.is_after("n") or not context.after else None


def read_zhi(context: Context) -> Syllable | None:
    """只: zhī as a measure after a number, else zhǐ.

    一只大鹅 zhī, 只说 zhǐ. Not: 这只是 (zhǐ, since 是 follows).
    """
    if (
        context.before
        and NUMBER.fullmatch(context.before)
        and context.after not in {"是", "有", "能"}
    ):
        return syllable("zhi", 1)
    return None


def read_huan(context: Context) -> Syllable | None:
    """还: huán for giving back, else hái.

    还钱 huán, 还书 huán, 按时还 huán, 还没来 hái. Not: 还是 (a word).
    """
    if context.after in {
        "钱",
        "款",
        "债",
        "贷",
        "书",
        "给",
        "清",
        "账",
        "贷款",
        "欠款",
        "债务",
        "本",
        "息",
        "了",
        "上",
        "回来",
    }:
        return syllable("huan", 2)
    if context.before and not context.after:
        return syllable("huan", 2)
    return None


def read_dao(context: Context) -> Syllable | None:
    """倒: dǎo for falling and after a verb, else dào.

    锯倒 dǎo, 倒在地上 dǎo, 倒了一杯水 dào. Not: 倒是 dào.
    """
    if context.after in {"在", "下", "地"}:
        return syllable("dao", 3)
    if context.is_before("v") and context.before not in {"来", "去", "会", "要", "能", "想"}:
        return syllable("dao", 3)
    return None


def read_zhong(context: Context) -> Syllable | None:
    """种: zhòng for planting, else zhǒng.

    种树 zhòng, 种了三亩 zhòng, 一种 zhǒng. Not: 这种梨 zhǒng.
    """
    if context.before and NUMBER.fullmatch(context.before):
        return None
    if context.after in {
        "上",
        "下",
        "了",
        "在",
        "满",
        "出",
        "着",
        "过",
        "的",
        "树",
        "地",
        "花",
        "菜",
        "田",
    }:
        return (
            syllable("zhong", 4) if context.after != "的" or context.is_before("v", "r") else None
        )
    if context.is_before("n") and context.is_after("n"):
        return syllable("zhong", 3)
    if context.is_after("n") and context.before not in {"各", "多", "何", "该", "此"}:
        return syllable("zhong", 4)
    return None


def read_shu(context: Context) -> Syllable | None:
    """数: shǔ for counting, else shù.

    数了三遍 shǔ, 数不清 shǔ, 小声数 shǔ. Not: 数百 (a number), 其中数个 shù, 人数 (a word).
    """
    if context.is_after("q", "m") and context.after not in {"一", "遍"}:
        return None
    if not context.after and (
        context.is_before("d", "v", "a") or context.before.endswith(("声", "边"))
    ):
        return syllable("shu", 3)
    if context.after and context.is_before("r", "k"):
        # Somebody counts: 孩子|们|数|船.
        return syllable("shu", 3)
    if context.after and not context.tag(context.after) and not context.after[0].isdigit():
        # Before a name: 全村数他, 数段某手艺最好.
        return syllable("shu", 3)
    if context.after in {
        "了",
        "着",
        "一",
        "到",
        "出",
        "不",
        "得",
        "过",
        "完",
        "起",
        "清",
        "数",
        "钱",
        "一数",
    }:
        return syllable("shu", 3)
    return None


def read_hang(context: Context) -> Syllable | None:
    """行: háng for a row or trade after a number, xíng for all right.

    两行字 háng, 就行了 xíng. Not: 一行五人 (a company of people: 一行 is a word of its own).
    """
    if context.before in {"就", "不", "也", "还", "才"}:
        return syllable("xing", 2)
    if context.before and NUMBER.fullmatch(context.before) and context.after:
        return syllable("hang", 2)
    return None


def read_gan(context: Context) -> Syllable | None:
    """干: gān for dry, after a verb of drying, else gàn.

    擦干 gān, 晒干 gān. Not: 苦干 (a word).
    """
    if context.before and context.before[-1] in "擦晒烘吹晾喝风烤抹榨流熬太很未烧":
        return syllable("gan", 1)
    return None


def read_ying(context: Context) -> Syllable | None:
    """应: yìng for answering an invitation, else yīng.

    应读者要求 yìng. Not: 应符合要求 yīng (a verb follows at once).
    """
    rest = "".join(context.clause_after)
    if re.search(r"(之邀|邀请|要求|请求|之约|邀约)", rest) and not context.is_after("v", "d", "p"):
        return syllable("ying", 4)
    return None


def read_kong(context: Context) -> Syllable | None:
    """空: kòng for leaving free, else kōng.

    空着38个座位 kòng, 空出一间 kòng, 空座位 kòng. Not: 空想 (a word).
    """
    is_free = context.after in {"着", "出", "几", "几个", "座位", "位", "房", "车"}
    return syllable("kong", 4) if is_free else None


def read_xi(context: Context) -> Syllable | None:
    """系: jì for tying on, else xì.

    系了一朵红花 jì, 系上安全带 jì. Not: 关系 (a word), 系统 (a word).
    """
    is_tying = context.after in {"了", "着", "上", "好", "在", "紧", "鞋带", "安全带"}
    return syllable("ji", 4) if is_tying else None


def read_cha(context: Context) -> Syllable | None:
    """差: chà for lacking or being bad, else unsure.

    差一点 chà, 差的 chà. Not: 出差, 差别 (words).
    """
    if context.after in {"的", "了", "得", "不", "一", "几"} or context.before in {
        "很",
        "太",
        "最",
    }:
        return syllable("cha", 4)
    return None


def read_difang(context: Context) -> tuple[Syllable, Syllable] | None:
    """地方: dìfāng for what is local, before an office; else dìfang, a place.

    地方各级人大 dìfāng, 地方政府 dìfāng. Not: 这个地方很大 dìfang.
    """
    is_local = context.after in _LOCAL
    return (syllable("di", 4), syllable("fang", 1)) if is_local else None


_LOCAL = frozenset(
    (
        "各级 政府 人大 性 法规 党委 组织 标准 财政 债 债务 戏 志 特色 经济 立法 选举 官员 部门 "
        "干部 当局 常委会 病 税 武装 人民代表大会 人民政府 国家机关 党组织 "
        "事务 团队 高校 企业 保护主义"
    ).split()
)
WORD_RULES: Mapping[str, Callable[[Context], tuple[Syllable, ...] | None]] = {"地方": read_difang}
"""Rule by the word of several characters that it reads."""

RULES: Mapping[str, Callable[[Context], Syllable | None]] = {
    "得": read_de_get,
    "地": read_de_adverb,
    "为": read_wei,
    "长": read_chang,
    "只": read_zhi,
    "还": read_huan,
    "倒": read_dao,
    "种": read_zhong,
    "数": read_shu,
    "行": read_hang,
    "重": read_chong,
    "空": read_kong,
    "差": read_cha,
    "系": read_xi,
    "干": read_gan,
    "应": read_ying,
    "着": read_zhao,
    "了": read_liao,
    "将": read_jiang,
    "率": read_shuai,
    "藏": read_zang,
    "卷": read_juan,
    "钉": read_ding,
    "过": read_guo,
    "弄": read_long,
    "铺": read_pu,
    "弹": read_tan,
    "啦": read_la,
    "哇": read_wa,
}
"""Rule by the character it reads."""

"""Readings of single characters that grammar decides, such as 得, 地 and 为.

Each rule looks at the words around the character and gives its syllable, or `None`
where the usual reading holds. The rules are newspaper grammar, not statistics; each
names what it stands on and its negative case.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from build_tools.model import Syllable

_CLAUSE_END = frozenset("，。！？；：、…“”‘’（）《》—,.!?;:() 　")
_NUMBER = re.compile(r"[0-9\uff10-\uff19.]+|[一二两三四五六七八九十百千万亿几半数每某这那哪]+")
_MODAL = frozenset(
    (
        "都 也 就 还 总 必 非 只 才 便 可 得 又 仍 我 你 他 她 咱 您 谁 我们 你们 他们 她们 大家"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a sentence around one character."""

    words: Sequence[str]
    """All words of the sentence, punctuation included."""
    place: int
    """Where the character stands in *words*."""
    tag: Callable[[str], str]
    """Part of speech of a word in jieba's tags; empty for an unknown one."""

    @property
    def before(self) -> str:
        """The word before; empty at the start or after punctuation."""
        word = self.words[self.place - 1] if self.place else ""
        return "" if word in _CLAUSE_END else word

    @property
    def after(self) -> str:
        """The word after; empty at the end or before punctuation."""
        following = self.words[self.place + 1 : self.place + 2]
        return "" if not following or following[0] in _CLAUSE_END else following[0]

    @property
    def clause_after(self) -> Sequence[str]:
        """The words after it up to the end of the clause."""
        rest = self.words[self.place + 1 :]
        end = next((i for i, word in enumerate(rest) if word in _CLAUSE_END), len(rest))
        return rest[:end]

    def is_before(self, *tags: str) -> bool:
        """Whether the word before has one of *tags* (by first letters)."""
        return self.tag(self.before).startswith(tags) if self.before else False

    def is_after(self, *tags: str) -> bool:
        """Whether the word after has one of *tags* (by first letters)."""
        return self.tag(self.after).startswith(tags) if self.after else False


_TIME = frozenset("年 月 天 日 小时 分钟 星期 个月 钟头".split())


def _syllable(base: str, tone: int) -> Syllable:
    return Syllable(base=base, tone=tone)


def read_de_get(context: Context) -> Syllable | None:
    """得: de after verb or adjective, děi for must, else dé.

    就得解决 děi, 才得民心 dé, 打得漂亮 de, 得三分 dé, 怀胎得12个月 děi. Not: 取得 (a word).
    """
    if not context.before:
        return _syllable("dei", 3) if context.is_after("v") else _syllable("de", 2)
    if context.before in _MODAL:
        is_gain = not context.after or context.is_after("n")
        return _syllable("de", 2) if is_gain else _syllable("dei", 3)
    if context.after[:1].isdigit() and _TIME.intersection(context.clause_after[1:3]):
        return _syllable("dei", 3)
    if context.is_before("n", "r", "t", "m"):
        return _syllable("dei", 3) if context.is_after("v", "p") else _syllable("de", 5)
    if context.before in {"不", "所", "应", "难", "未", "各", "共", "喜"}:
        return _syllable("de", 2)
    return None


def read_de_adverb(context: Context) -> Syllable | None:
    """地: de between a describing word and what it describes, else dì.

    激动地说 de, 一块地 dì, 地上 (a word). Not: 土地 (a word).
    """
    before, after = context.before, context.after
    if not before or not after:
        return None
    describes = context.is_before("a", "d", "z", "i", "l", "o", "v", "b") or _is_doubled(before)
    described = (
        context.is_after("v", "a", "d", "p", "i", "l", "z") or after in "把被将对向从在给就让为往"
    )
    if before[-1] in "般样似然" or (describes and (described or len(before) > 1)):
        return _syllable("de", 5) if described or len(after) > 1 else None
    # 客气地问: whatever the tags say, two characters before and a verb behind.
    if len(before) > 1 and context.is_after("v") and not context.is_before("ns", "r", "m", "t"):
        return _syllable("de", 5)
    return None


def _is_doubled(word: str) -> bool:
    """AABB, AAB, ABB: 方方正正, 悄悄, 绿油油."""
    return len(word) >= 2 and (word[0] == word[1] or word[-1] == word[-2])  # noqa: PLR2004


_WEI_AFTER = frozenset(
    # as, into: 作为, 改为, 评为
    "以视作变改称分选定列评设转誉成当奉推升降调译折认名取化划归"
    # adverbs before 为 as a verb: 约为, 最为
    "约均仅已即则最更较尤颇极大深甚皆是"
)


SHORT_CLAUSE = 4
"""Words behind 为 and a number below which nothing is done for anyone (为三米), in words."""

LEADING_WORDS = 6
"""How far before 为 its 以, 将, 把 or 被 may stand (以…为由), in words."""


def read_wei(context: Context) -> Syllable | None:
    """为: wèi where something is done for someone, wéi for being.

    为群众办事 wèi, 满意率为98% wéi, 改为预约 wéi. Not: 为主 (wéi).
    """
    before, after, rest = context.before, context.after, context.clause_after
    is_number = bool(after) and bool(_NUMBER.match(after))
    led_by = context.words[max(0, context.place - LEADING_WORDS) : context.place]
    is_being = (
        after in {"主", "首", "例", "准", "限", "止", "伍", "宜", "据"}
        or after[:1].isdigit()
        or "所" in rest
        or (before and before[-1] in _WEI_AFTER)
        or (is_number and len(rest) < SHORT_CLAUSE)
        or bool({"以", "将", "把", "被"}.intersection(led_by))
    )
    if is_being:
        return None
    is_done_for = not before or any(context.tag(word).startswith("v") for word in rest[1:])
    return _syllable("wei", 4) if is_done_for else None


_OFFICES = frozenset("局厅院会县市区镇乡村处科部校队团站所组委行室班店司州省警察馆社园")


_DEGREES = frozenset("很 太 最 更 较 不 多 真 好".split())
_GROWTH = frozenset("出 大 得 了 着 成 满 在 到 势 高 草".split())
_OFFICES = frozenset("局厅院会县市区镇乡村处科部校队团站所组委行室班店司州省警察馆社园")


def read_chang(context: Context) -> Syllable | None:
    """长: zhǎng for growing and for heads of offices, else cháng.

    长出新芽 zhǎng, 调度室长 zhǎng, 三米长 cháng. Not: 很长.
    """
    if context.before in _DEGREES:
        return _syllable("chang", 2)
    if context.after in _GROWTH or (context.before and context.before[-1] in _OFFICES):
        return _syllable("zhang", 3)
    return _syllable("chang", 2) if context.is_after("n") or not context.after else None


def read_zhi(context: Context) -> Syllable | None:
    """只: zhī as a measure after a number, else zhǐ.

    一只大鹅 zhī, 只说 zhǐ. Not: 这只是 (zhǐ, since 是 follows).
    """
    if (
        context.before
        and _NUMBER.fullmatch(context.before)
        and context.after not in {"是", "有", "能"}
    ):
        return _syllable("zhi", 1)
    return None


def read_huan(context: Context) -> Syllable | None:
    """还: huán for giving back, else hái.

    还钱 huán, 还书 huán, 还是 (a word), 还没来 hái.
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
        "了",
        "上",
        "回来",
    }:
        return _syllable("huan", 2)
    if context.before in {"归", "偿", "退", "未", "要", "来", "去"} and not context.after:
        return _syllable("huan", 2)
    return None


def read_dao(context: Context) -> Syllable | None:
    """倒: dǎo for falling and after a verb, else dào.

    锯倒 dǎo, 倒在地上 dǎo, 倒了一杯水 dào. Not: 倒是 dào.
    """
    if context.after in {"在", "下", "地"}:
        return _syllable("dao", 3)
    if context.is_before("v") and context.before not in {"来", "去", "会", "要", "能", "想"}:
        return _syllable("dao", 3)
    return None


def read_zhong(context: Context) -> Syllable | None:
    """种: zhòng for planting, else zhǒng.

    种树 zhòng, 种了三亩 zhòng, 一种 zhǒng. Not: 这种梨 zhǒng.
    """
    if context.before and _NUMBER.fullmatch(context.before):
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
            _syllable("zhong", 4) if context.after != "的" or context.is_before("v", "r") else None
        )
    if context.is_after("n") and context.before not in {"各", "多", "何", "该", "此"}:
        return _syllable("zhong", 4)
    return None


def read_shu(context: Context) -> Syllable | None:
    """数: shǔ for counting, else shù.

    数了三遍 shǔ, 数不清 shǔ, 小声数 shǔ. Not: 数百 (a number), 人数 (a word).
    """
    if not context.after and context.is_before("d", "v", "ad"):
        return _syllable("shu", 3)
    if context.after and not context.tag(context.after) and not context.after[0].isdigit():
        # Before a name: 全村数他, 数段某手艺最好.
        return _syllable("shu", 3)
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
        return _syllable("shu", 3)
    return None


def read_hang(context: Context) -> Syllable | None:
    """行: háng for a row or trade after a number, xíng for all right.

    两行字 háng, 就行了 xíng. Not: 一行五人 (a company of people: 一行 is a word of its own).
    """
    if context.before in {"就", "不", "也", "还", "才"}:
        return _syllable("xing", 2)
    if context.before and _NUMBER.fullmatch(context.before) and context.after:
        return _syllable("hang", 2)
    return None


def read_gan(context: Context) -> Syllable | None:
    """干: gān for dry, after a verb of drying, else gàn.

    擦干 gān, 晒干 gān. Not: 苦干 (a word).
    """
    if context.before and context.before[-1] in "擦晒烘吹晾喝风烤抹榨流熬太很未烧":
        return _syllable("gan", 1)
    return None


def read_ying(context: Context) -> Syllable | None:
    """应: yìng for answering an invitation, else yīng.

    应读者要求 yìng. Not: 应符合要求 yīng (a verb follows at once).
    """
    rest = "".join(context.clause_after)
    if re.search(r"(之邀|邀请|要求|请求|之约|邀约)", rest) and not context.is_after("v", "d", "p"):
        return _syllable("ying", 4)
    return None


def read_zhao(context: Context) -> Syllable | None:
    """着: zháo as the result of a verb, else zhe.

    没找着 zháo, 睡着了 zháo, 看着 zhe. Not: 找着 with an object (zhe or zháo: left as zhe).
    """
    if context.before in {"找", "睡", "够", "点", "猜", "碰", "逮"} and (
        not context.after or context.after == "了"
    ):
        return _syllable("zhao", 2)
    return None


def read_liao(context: Context) -> Syllable | None:
    """了: liǎo in 不了 and 得了 after a verb and in 了之, else le.

    办不了 liǎo, 忘不了 liǎo, 一存了之 liǎo. Not: 不了解 (a word).
    """
    if context.after == "之":
        return _syllable("liao", 3)
    if (
        context.before in {"不", "得"}
        and context.place > 1
        and context.tag(context.words[context.place - 2]).startswith("v")
    ):
        return _syllable("liao", 3)
    return None


def read_zhong_heavy(context: Context) -> Syllable | None:
    """重: zhòng where it is compared, else unsure.

    更重 zhòng, 太重 zhòng, 重7斤 zhòng. Not: 重做 chóng (left to words).
    """
    if context.before in {"更", "很", "太", "最", "要", "不", "较", "多", "约"} or (
        context.after[:1].isdigit()
    ):
        return _syllable("zhong", 4)
    return None


def read_kong(context: Context) -> Syllable | None:
    """空: kòng for leaving free, else kōng.

    空着38个座位 kòng, 空出一间 kòng. Not: 空座位 kōng.
    """
    return _syllable("kong", 4) if context.after in {"着", "出", "几"} else None


def read_cha(context: Context) -> Syllable | None:
    """差: chà for lacking or being bad, else unsure.

    差一点 chà, 差的 chà. Not: 出差, 差别 (words).
    """
    if context.after in {"的", "了", "得", "不", "一", "几"} or context.before in {
        "很",
        "太",
        "最",
    }:
        return _syllable("cha", 4)
    return None


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
    "重": read_zhong_heavy,
    "空": read_kong,
    "差": read_cha,
    "干": read_gan,
    "应": read_ying,
    "着": read_zhao,
    "了": read_liao,
}
"""Rule by the character it reads."""

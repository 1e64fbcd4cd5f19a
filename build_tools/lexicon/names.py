"""What shows a proper name: surnames, titles, kinds of places, sounds of foreign names."""

import re
from collections.abc import Iterable
from functools import cache, cached_property

from build_tools.lexicon.cedict import Cedict, CedictEntry

# After these a person's name may follow directly: 副局长任明远.
TITLES = frozenset(
    # press and office
    "记者 通讯员 委员长 议长 总统 首相 外长 防长 大臣 大使 参谋长 总长 司令 将军 议员 发言人 "
    "国王 总书记 "
    "主席 总理 部长 省长 市长 县长 区长 旗长 乡长 镇长 村长 局长 处长 科长 厅长 司长 "
    "院长 庭长 所长 站长 队长 大队长 支队长 中队长 校长 园长 馆长 行长 社长 会长 团长 厂长 店长 "
    "主任 书记 支书 委员 代表 检察长 董事长 总经理 经理 总裁 教授 博士 院士 工程师 技术员 "
    # trades and ties
    "司机 村民 居民 市民 农民 牧民 职工 员工 工人 教师 老师 医生 护士 民警 警察 辅警 法官 检察官 "
    "律师 干部 干警 护林员 护树员 护鸟员 馆员 队员 学生 同学 选手 教练 演员 作家 诗人 画家 歌手 "
    "农机手 大户 网格员 志愿者 户主 老板 被告人 被告 原告 嫌疑人 被执行人 申请执行人 "
    "妻子 丈夫 儿子 女儿 "
    "母亲 父亲 邻居 女婿 姑娘 小伙 小伙子 男孩 女孩 大爷 大妈 师傅 户名 姓名".split()
)

# Before these a short unknown sequence at the start of a clause is a speaker: 任明远说.
SPEECH_VERBS = frozenset(
    "说 告诉 介绍 表示 回忆 坦言 笑 叹 指出 强调 透露 称 问 答 回答 解释 感慨 认为".split()
)

# Before these, in the news of an office, stands who holds it: 张明远会见, 李思源主持.
OFFICE_VERBS = frozenset(
    "会见 会晤 会谈 主持 出席 参加 访问 抵达 致电 致信 致辞 致函 调研 考察 视察 慰问 签署 宣布 "
    "率 讲话 作 听取 接见 看望 检查 督导 走访".split()
)

# Forms of address behind a surname, and their English.
COURTESIES = {
    "先生": "Mr",
    "女士": "Ms",
    "师傅": "master, of a craftsman",
    "老师": "teacher",
    "大爷": "of an older man",
    "大妈": "of an older woman",
    "大叔": "of an older man",
    "大姐": "of an older woman",
    "医生": "doctor",
}

# Never part of a Chinese given name: grammar and the commonest verbs and measures.
NOT_IN_GIVEN_NAME = frozenset(
    "的了是在和与就也都还又很不没把被给对从向到为以及或而但等说着过吗呢吧啊们这那哪"
    "我你他她它个位名只条张件次年月日时分元里上下中前后内外有来去让使叫将要会能可"
)

# Never part of a place name: grammar, and words for places spoken of (该村, 全县, 各乡).
NOT_IN_PLACE_NAME = frozenset(
    "自至于往经由赴抵离方"
    "的了是在和与就也都还又很不没把被给对从向到为以及或而但等说着过吗呢吧啊们这那哪"
    "我你他她它该本此全各某每两几其一有先后再又已便只要"
)

# Kinds of places, longest first where one ends in another; English for the name's card.
PLACE_KINDS = {
    "自治区": "autonomous region",
    "自治州": "autonomous prefecture",
    "自治县": "autonomous county",
    "自治旗": "autonomous banner",
    "特别行政区": "special administrative region",
    "开发区": "development zone",
    "社区": "neighbourhood",
    "街道": "subdistrict",
    "苏木": "sum (Mongolian township)",
    "嘎查": "gacha (Mongolian village)",
    "诺尔湖": "lake",
    "口岸": "port of entry",
    "机场": "airport",
    "水库": "reservoir",
    "省": "province",
    "市": "city",
    "县": "county",
    "旗": "banner (county in Inner Mongolia)",
    "盟": "league (prefecture in Inner Mongolia)",
    "州": "prefecture",
    "区": "district",
    "镇": "town",
    "乡": "township",
    "村": "village",
    "屯": "hamlet",
    "巷": "lane",
    "湖": "lake",
}

_PLACE_SENSE = re.compile(
    r"\b(city|county|district|province|prefecture|banner|township|town|village|municipality|capital|"
    r"league|autonomous|state|country|island|river|mountain|lake|sea|region|republic|continent)\b"
    r"|abbr\. for [^\[\s]*(?:省|自治区)",
    re.IGNORECASE,
)
_MAJOR_SENSE = re.compile(
    r"\b(prefecture-level city|province|municipality|capital|autonomous region|country|republic|"
    r"continent|state|special administrative region|river|mountain|sea)\b"
    r"|abbr\. for [^\[\s]*(?:省|自治区)",
    re.IGNORECASE,
)
_PERSON_SENSE = re.compile(r"\((?:c\. ?|born )?\d{3,4}(?:-|\u2013|\))")
# What has years too, and is no person.
_NO_PERSON_SENSE = re.compile(
    r"\b(dynasty|dynasties|war|period|battle|movement|incident|revolution|uprising|kingdom|"
    r"state of|era|reign|campaign|empire|treaty|company|organization|party|university|"
    r"newspaper|film|novel|"
    r"book|city|county|capital|culture|school|founded|written|invented|site|style)\b",
    re.IGNORECASE,
)
_ORGANISATION_SENSE = re.compile(
    r"\b(Council|Committee|Commission|Ministry|Bureau|Congress|Consultative Conference|Party|Bank|"
    r"University|College|Court|Corporation|Company|Organi[sz]ation|Association|Union|Agency|"
    r"Administration|Academy|Institute|Federation|Army|Procuratorate|Nations|Secretariat|Group|"
    r"Airlines|Foundation|Fund|Society|Press)\b"
)
_SURNAME_SENSE = re.compile(r"(?:two-character )?surname ")

FOREIGN_NOTE = "foreign name"
"""The note on such a name, which is written in one part."""

# What a foreign name without a dot ends in, and a Chinese one of three characters seldom does.
FOREIGN_ENDS = frozenset("斯尔姆昂茨奇克特顿森弗恩廷娜莉琳拉亚诺塔莎娃马")

# Characters that spell foreign names; the usual ones of the standard transcription tables.
TRANSLITERATION = frozenset(
    "阿埃艾爱安昂奥巴白拜班邦包保鲍贝本比彼边别宾波伯博卜布查柴察昌长彻茨措达代戴丹道德登邓迪蒂丁东都杜顿多厄恩尔法凡范菲费芬丰冯弗伏福富"
    "盖甘冈高戈哥格葛根古瓜圭果哈海汉杭赫黑亨洪侯胡华怀惠霍基吉加贾简江杰金京居卡凯坎康考科可克肯孔库夸奎拉莱兰朗劳勒雷冷黎里理利莉立连"
    "林琳柳龙隆卢鲁路露伦罗洛吕马玛迈麦曼芒毛茂梅门蒙孟米密敏明缪摩莫默姆穆拿纳娜奈南内尼年涅宁纽努诺欧帕派潘庞佩彭皮平珀普齐奇恰乔切钦"
    "列夫士翰逊顿森谢孜琴让热日荣茹儒瑞若撒萨塞赛桑瑟森沙莎珊尚绍舍申圣施什史士舒斯丝松苏素索所塔泰坦汤唐陶特滕提铁廷通图托瓦万旺威韦维魏温文翁沃乌吾伍武西"
    "慕罕弥妮蕾嘉娅赫黛琪艺甫奴敦翰勋荻巩禄纶瑙藻莫"
    "希锡喜夏香肖歇谢辛欣兴休许雪逊雅亚延扬耶叶伊依因英永尤于约云赞早泽曾扎詹章珍芝朱卓孜佐"
)


class NameLexicon:
    """What the dictionary knows of names."""

    def __init__(self, cedict: Cedict, surnames: Iterable[str]) -> None:
        """Hold the dictionary and the surnames that have a reading of their own."""
        self._cedict = cedict
        self._reviewed_surnames = frozenset(surnames)
        # Names are looked for in every word of an issue, most of which come again.
        self.is_surname = cache(self._is_surname)
        self.find_known = cache(self._find_known)
        self.find_place = cache(self._find_place)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """All surnames of one and two characters.

        Source: the ``surname …`` senses of CC-CEDICT, and the reviewed list.
        """
        found = {
            word
            for word in self._cedict.headwords
            if len(word) <= 2  # noqa: PLR2004 - longest surname
            and any(
                _SURNAME_SENSE.match(sense)
                for e in self._cedict.entries(word)
                for sense in e.senses
            )
        }
        return frozenset(found | self._reviewed_surnames)

    def _is_surname(self, text: str) -> bool:
        """Whether *text* can be a surname."""
        return text in self._reviewed_surnames or any(
            _SURNAME_SENSE.match(sense)
            for entry in self._cedict.entries(text)
            for sense in entry.senses
        )

    def _find_known(self, word: str) -> CedictEntry | None:
        """Give the dictionary's entry of *word* as a person or an organisation, else `None`.

        A word that is a common word too is neither.
        """
        entries = self._cedict.entries(word)
        if len(word) < 2 or not all(entry.pinyin[:1].isupper() for entry in entries):  # noqa: PLR2004 - shortest name
            return None
        return next((e for e in entries if is_person(e) or is_organisation(e)), None)

    def _find_place(self, word: str) -> CedictEntry | None:
        """Give the dictionary's entry of *word* as a place; `None` if it is none.

        A word that is also a common word (东方, 长春) is a place only if every entry is a name.
        """
        entries = self._cedict.entries(word)
        if len(word) < 2 or not all(entry.pinyin[:1].isupper() for entry in entries):  # noqa: PLR2004 - shortest place name
            return None
        return next(filter(is_place, entries), None)


def is_place(entry: CedictEntry) -> bool:
    """Whether *entry* is a place, and neither a person nor an office of one."""
    is_other = is_person(entry) or is_organisation(entry)
    return any(map(_PLACE_SENSE.search, entry.senses)) and not is_other


def is_person(entry: CedictEntry) -> bool:
    """Whether *entry* is a person: the years of a life stand in its sense.

    Not: a dynasty, a war, a film, which have years too.
    """
    sense = entry.senses[0] if entry.senses else ""
    named = _PERSON_SENSE.search(sense)
    return (
        entry.pinyin[:1].isupper()
        and named is not None
        and not _NO_PERSON_SENSE.search(sense[: named.start()])
        and "culture" not in sense
    )


def is_organisation(entry: CedictEntry) -> bool:
    """Whether *entry* is an organisation: 国务院, 全国人民代表大会."""
    sense = entry.senses[0] if entry.senses else ""
    return entry.pinyin[:1].isupper() and _ORGANISATION_SENSE.search(sense) is not None


def is_major(entry: CedictEntry) -> bool:
    """Whether a place is known widely enough to be meant wherever its name stands.

    Not: townships and districts, whose names are often common words.
    """
    return any(map(_MAJOR_SENSE.search, entry.senses))


def place_suffix(text: str) -> str | None:
    """Give the kind of place that *text* ends in; `None` where it ends in none.

    >>> place_suffix("榆川县"), place_suffix("榆川")
    ('县', None)
    """
    return next(
        (kind for kind in PLACE_KINDS if text.endswith(kind) and len(text) > len(kind)), None
    )

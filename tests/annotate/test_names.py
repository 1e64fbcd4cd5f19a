"""Names that are found, and what only looks like one."""

import pytest

from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.names import NAME_RULES, byline_names, find_names
from build_tools.annotate.place_names import place_stem
from build_tools.annotation import Name, NameKind
from build_tools.lexicon.names import place_suffix
from build_tools.publish.notation import parse_words
from tests.notated import notate
from tests.parse.newspaper import split


def _found(text: str, lexicon: Lexicon) -> dict[str, str]:
    names = find_names((text,), lexicon.segmenter, lexicon.names, lexicon.cedict)
    return {name: str(known.kind) for name, known in names.items() if name in text}


@pytest.mark.parametrize(
    "line",
    [
        # after a title, with the surname's own reading: 单 仇 曾 解 任 区 朴 华 盖
        "记者(jìzhě) 单冬梅(Shàn Dōngméi:person) 报道(bàodào) 。",
        "局长(júzhǎng) 仇大海(Qiú Dàhǎi:person) 说(shuō) 。",
        "村民(cūnmín) 曾小满(Zēng Xiǎomǎn:person) 来(lái) 了(le) 。",
        "主任(zhǔrèn) 任明远(Rén Míngyuǎn:person) 说(shuō) 。",
        "司机(sījī) 区志强(Ōu Zhìqiáng:person) 说(shuō) 。",
        "法官(fǎguān) 朴英子(Piáo Yīngzǐ:person) 说(shuō) 。",
        "记者(jìzhě) 盖丽华(Gě Lìhuá:person) 报道(bàodào) 。",
        # a surname commoner as a word of grammar, before two characters that make no word
        "记者(jìzhě) 都兴华(Dū Xīnghuá:person) 报道(bàodào) 。",
        # compound surnames
        "主任(zhǔrèn) 欧阳德顺(Ōuyáng Déshùn:person) 说(shuō) 。",
        "工程师(gōngchéngshī) 尉迟文昌(Yùchí Wénchāng:person) 介绍(jièshào) 。",
        # who speaks at the start of a clause
        "华晓明(Huà Xiǎomíng:person) 说(shuō) 。",
        "李红(Lǐ Hóng:person) 介绍(jièshào) ， 苹果(píngguǒ) 熟(shú) 了(le) 。",
        # met again in the issue
        "单春梅(Shàn Chūnméi:person) 来(lái) 了(le) 。 单春梅(Shàn Chūnméi:person) 走(zǒu) 。",
        # a withheld name
        "李某(Lǐ Mǒu:person) 说(shuō) 。",
        "元某某(Yuán Mǒumǒu:person) 来(lái) 了(le) 。",
        "孙某平(Sūn Mǒupíng:person) ， 孙某平(Sūn Mǒupíng:person) 来(lái) 了(le) 。",
        # 老 and a surname, twice
        "老霍(Lǎo Huò:person) 来(lái) 了(le) ， 老霍(Lǎo Huò:person) 笑(xiào) 了(le) 。",
        # a foreign name
        "他(tā) 叫(jiào) 马可·贝内代蒂(Mǎkě·Bèinèidàidì:person) ， 今年(jīnnián) 36 岁(suì) 。",
        "外长(wàizhǎng) 贝尔特朗(Bèi'ěrtèlǎng:person) 到(dào) 了(le) 。",
        "国防部长(guófáng bùzhǎng) 科斯塔(Kēsītǎ:person) 说(shuō) 。",
        "总统(zǒngtǒng) 马林(Mǎ Lín:person) 说(shuō) 。",
        # courtesy
        "居民(jūmín) 王女士(Wáng nǚshì:person) 说(shuō) 。",
        "记者(jìzhě) 找到(zhǎodào) 李先生(Lǐ xiānsheng:person) 。",
        # people before verbs of office, in lists, in the dictionary; foreign names; organisations
        "张又明(Zhāng Yòumíng:person) 会见(huìjiàn) 来宾(láibīn) 。",
        "魏景和(Wèi Jǐnghé:person) 分别(fēnbié) 会见(huìjiàn) 两(liǎng) 位(wèi) 客人(kèrén) 。",
        "李思源(Lǐ Sīyuán:person) 主持(zhǔchí) 会议(huìyì) 。",
        "部长(bùzhǎng) 塞萨尔·亚诺(Sàisà'ěr·Yànuò:person) 到(dào) 了(le) 。",
        "马尔科姆·约翰逊(Mǎ'ěrkēmǔ·Yuēhànxùn:person) 所(suǒ) 说(shuō) 不(bù) 假(jiǎ) 。",
        "主席(zhǔxí) 达米昂(Dámǐ'áng:person) 来信(láixìn) 。",
        "鲁迅(Lǔ Xùn:person) 写(xiě) 过(guo) 这(zhè) 条(tiáo) 街(jiē) 。",
        "国务院(Guówùyuàn:organisation) 发布(fābù) 办法(bànfǎ) 。",
        "全国人大常委会(Quánguó Réndà Chángwěihuì:organisation) 开会(kāihuì) 。",
        "人大(Réndà:organisation) 代表(dàibiǎo) 来(lái) 了(le) 。",
        "横琴口岸(Héngqín Kǒu'àn:place) 开通(kāitōng) 了(le) 。",
        "自(zì) 横琴口岸(Héngqín Kǒu'àn:place) 入境(rùjìng) 。",
        "王光(Wáng Guāng:person) 、 张春(Zhāng Chūn:person) 、 陈竹(Chén Zhú:person) 。",
        "中华人民共和国(Zhōnghuá Rénmín Gònghéguó:place) 成立(chénglì) 。",
        "去(qù) 北京(Běijīng:place) 香山(Xiāngshān:place) 看(kàn) 叶子(yèzi) 。",
        # places of the dictionary, with readings of their own
        "六安(Lù'ān:place) 产(chǎn) 茶(chá) 。",
        "台州(Tāizhōu:place) 在(zài) 海边(hǎibiān) 。",
        "蚌埠(Bèngbù:place) 是(shì) 一(yī) 座(zuò) 城市(chéngshì) 。",
        "呼和浩特(Hūhéhàotè:place) 下雪(xiàxuě) 了(le) 。",
        "西安(Xī'ān:place) 很(hěn) 热闹(rènao) 。",
        "内蒙古(Nèiměnggǔ:place) 很(hěn) 大(dà) 。",
        "包头市(Bāotóu Shì:place) 下雪(xiàxuě) 了(le) 。",
        "库伦旗(Kùlún Qí:place) 的(de) 草(cǎo) 绿(lǜ) 了(le) 。",
        "铅山县(Yánshān Xiàn:place) 。",
        "东莞(Dōngguǎn:place) 和(hé) 番禺(Pānyú:place) 。",
        # characters that make no word before the kind of a place
        "榆川县(Yúchuān Xiàn:place) 的(de) 村民(cūnmín) 。",
        "三十里沟村(Sānshílǐgōu Cūn:place) 很(hěn) 远(yuǎn) 。",
    ],
)
def test_name_in(line: str, lexicon: Lexicon) -> None:
    assert notate("".join(word.text for word in parse_words(line)), lexicon) == line


@pytest.mark.parametrize(
    "text",
    [
        # surnames that are words: 单位 (unit), 仇人 (enemy), 曾 (once), 解决 (solve), 查 (look up)
        "单位很大，仇人见面，他曾到过这里，问题解决了，警察查了三天。",
        # behind a title stands no name: 从 (from), 们 (plural), 方便面 (noodles)
        "记者从公安局获悉。",
        "市长会见了来客，高度重视，白天主持。",
        "卖的有苹果、白菜、土豆、萝卜、黄瓜、辣椒。",
        "记者都笑了，记者过河，记者都来了。",
        "司机们都走了。",
        "学生方便面吃多了。",
        "记者安全到达，队员马上出发，职工张开双手，教师万分高兴。",
        # at the start of a clause someone speaks, but nobody is named
        "有人说，高兴说不完，白说了一天。",
        "张口说话，温暖告诉我们。",
        # met again, but no name
        "一棵大树倒了，大树倒了。",
        "水花开了，水花开了。",
        # 老 and 小 before what is no surname, or only once
        "老房子很旧，老师来了，小朋友来了。",
        "老霍来了。",
        # 某 that withholds no name
        "某人来了，在某地的某一天。",
        # 村 and 县 that are spoken of, not named
        "该村有百户人，全县有12条线路，我们村有电，各乡都通了车。",
    ],
)
def test_no_name_in(text: str, lexicon: Lexicon) -> None:
    assert _found(text, lexicon) == {}


def test_mongolian_place_may_hold_a_character_that_is_also_grammar(lexicon: Lexicon) -> None:
    # 日 (day) stands in many transcribed names; 苏木 is a township.
    found = _found("牧民住在哈日莫敦苏木。", lexicon)
    assert found == {"哈日莫敦苏木": "place"}


def test_foreign_name_after_a_particle_is_whole(lexicon: Lexicon) -> None:
    assert _found("记者采访了列夫·托尔斯泰的后人。", lexicon) == {"列夫·托尔斯泰": "person"}


def test_name_found_once_holds_in_every_text(lexicon: Lexicon) -> None:
    texts = ("司机单冬梅来了。", "单冬梅走了。")
    names = find_names(texts, lexicon.segmenter, lexicon.names, lexicon.cedict)
    assert names == {"单冬梅": Name(kind=NameKind.PERSON, note="")}


def test_bylines_name_their_writers_by_role() -> None:
    issue = split("桥修好了\n□本报记者 江月 通讯员 陶敏\n老桥通车了。\n灯亮了\n◎顾一鸣\n灯亮了。\n")
    assert {name: known.note for name, known in byline_names(issue).items()} == {
        "江月": "reporter",
        "陶敏": "correspondent",
        "顾一鸣": "writer",
    }


def test_photographers_are_named_by_their_credit_line() -> None:
    issue = split("放学\n孩子们排队走过斑马线。\n何川 摄\n")
    assert "何川" in byline_names(issue)


def test_photographers_are_named_by_their_captions_too() -> None:
    issue = split("放学\n孩子们排队走过斑马线，交警把车拦在后面。（何川摄）\n")
    assert byline_names(issue)["何川"].note == "photographer"


def test_reporters_named_in_the_text_are_certain_names() -> None:
    issue = split("桥修好了\n　　本报讯（记者 江月 通讯员 陶敏）老桥昨天通车了，大家都来看。\n")
    assert [byline.is_inline for byline in issue.stories[0].bylines] == [True, True]
    assert {name: known.note for name, known in byline_names(issue).items()} == {
        "江月": "reporter",
        "陶敏": "correspondent",
    }


def test_roles_are_told_in_traditional_script_too() -> None:
    issue = split("新橋通車\n〔記者江月／臺北報導〕老橋昨天通車了，大家都來看，孩子們也來了。\n")
    assert byline_names(issue)["江月"].note == "reporter"


def test_signatures_name_who_holds_the_office() -> None:
    text = "县政府令\n自本月起，渡口夜间停航。\n副县长　　雷鸣皋　史玉珍\n2024年5月6日\n"
    names = byline_names(split(text))
    assert {name: known.note for name, known in names.items()} == {
        "雷鸣皋": "signatory",
        "史玉珍": "signatory",
    }


def test_who_writes_and_signs_is_a_writer() -> None:
    text = "桥\n□本报记者 江月\n自本月起，渡口夜间停航。\n县长　　江月\n2024年5月6日\n"
    assert byline_names(split(text))["江月"].note == "reporter"


def test_note_of_a_place_is_written_for_people(lexicon: Lexicon) -> None:
    text = "云溪和六安，蚌埠和番禺，铅山和东莞。"
    names = find_names((text,), lexicon.segmenter, lexicon.names, lexicon.cedict)
    assert names
    assert not [known.note for known in names.values() if "[" in known.note or "|" in known.note]


def test_every_rule_says_what_it_refuses() -> None:
    refusing = [rule for rule in NAME_RULES if "Not:" in (rule.__doc__ or "")]
    # A withheld name (李某) has no double.
    assert [rule.__name__ for rule in NAME_RULES if rule not in refusing] == ["withheld"]


@pytest.mark.parametrize(
    ("place", "kind", "stem"),
    [
        ("榆川县", "县", "榆川"),
        ("北街社区", "社区", "北街"),
        ("鄂温克族自治旗", "自治旗", "鄂温克族"),
        ("北镇", "镇", None),
        ("县", None, None),
        ("榆川", None, None),
    ],
)
def test_kind_and_stem_of_a_place(place: str, kind: str | None, stem: str | None) -> None:
    assert (place_suffix(place), place_stem(place)) == (kind, stem)


def test_reviewed_and_dictionary_surnames_are_surnames(lexicon: Lexicon) -> None:
    assert {"王", "单", "诸葛", "万俟"} <= lexicon.names.surnames
    assert all(map(lexicon.names.is_surname, ("王", "单", "诸葛", "万俟")))
    assert not lexicon.names.is_surname("吃")

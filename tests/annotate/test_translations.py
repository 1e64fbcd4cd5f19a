"""English in and out of en.po."""

from collections.abc import Sequence
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.translations import (
    SECTION_CONTEXT,
    TranslationUnit,
    format_translations,
    list_units,
    load_translations,
)
from build_tools.annotation import Translation, TranslationState
from build_tools.errors import TranslationFileError
from tests.notated import annotate

HUMAN = TranslationState.HUMAN
DRAFT = TranslationState.DRAFT


def _unit(context: str, text: str) -> TranslationUnit:
    return TranslationUnit(context=context, text=text, pinyin="pīnyīn", place=("issue.txt", 3))


def _write(folder: Path, text: str) -> Path:
    path = folder / "en.po"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


HEADER = 'msgid ""\nmsgstr "Language: en\\n"\n\n'
ENTRY = 'msgctxt "s1"\nmsgid "桥修好了。"\nmsgstr "The bridge is mended."\n'


def test_without_a_file_nothing_is_translated() -> None:
    assert load_translations(None) == {}


def test_entry_gives_its_english(tmp_path: Path) -> None:
    assert load_translations(_write(tmp_path, ENTRY)) == {
        ("s1", "桥修好了。"): Translation(text="The bridge is mended.", state=HUMAN)
    }


def test_fuzzy_entry_is_a_draft(tmp_path: Path) -> None:
    (known,) = load_translations(_write(tmp_path, "#, fuzzy\n" + ENTRY)).values()
    assert known.state is DRAFT


@pytest.mark.parametrize(
    "text",
    [
        'msgctxt "s1"\nmsgid "桥修好了。"\nmsgstr ""\n',
        'msgctxt "s1"\nmsgid "桥修好了。"\nmsgstr "  \\n"\n',
        "".join(f"#~ {line}\n" for line in ENTRY.splitlines()),
    ],
    ids=["empty", "blank", "obsolete"],
)
def test_empty_or_obsolete_entry_is_no_translation(tmp_path: Path, text: str) -> None:
    assert load_translations(_write(tmp_path, text)) == {}


@pytest.mark.parametrize("text", ["hello\n", 'msgstr "a"\nmsgx "b"\n'])
def test_broken_file_is_one_line_that_names_it(tmp_path: Path, text: str) -> None:
    path = _write(tmp_path, text)
    with pytest.raises(TranslationFileError) as caught:
        load_translations(path)
    message = str(caught.value)
    assert message.startswith(f"{tmp_path.name}/en.po:")
    assert "is no line of a PO file" in message
    assert "\n" not in message
    assert str(tmp_path) not in message


def test_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "en.po"
    path.write_bytes('msgid "桥"\nmsgstr "a"\n'.encode("gb18030"))
    with pytest.raises(TranslationFileError, match="is no PO file"):
        load_translations(path)


def test_byte_order_mark_of_an_editor_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "en.po"
    path.write_bytes(ENTRY.encode("utf-8-sig"))
    assert len(load_translations(path)) == 1


def test_new_file_has_an_empty_entry_a_unit_and_no_clock() -> None:
    written = format_translations([_unit("s1", "桥修好了。")], None)
    assert written == (
        "#\n"
        'msgid ""\n'
        'msgstr ""\n'
        '"Language: en\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        "\n"
        "#. pīnyīn\n"
        "#: issue.txt:3\n"
        'msgctxt "s1"\n'
        'msgid "桥修好了。"\n'
        'msgstr ""\n'
        "\n"
    ), written


def test_update_keeps_english_state_and_the_translators_comment(tmp_path: Path) -> None:
    path = _write(tmp_path, HEADER + "# check the tense\n#, fuzzy\n" + ENTRY)
    written = format_translations([_unit("s1", "灯亮了。"), _unit("s1", "桥修好了。")], path)
    new, kept = polib.pofile(written)
    assert (new.msgid, new.msgstr) == ("灯亮了。", "")
    assert (kept.msgstr, kept.fuzzy, kept.tcomment) == (
        "The bridge is mended.",
        True,
        "check the tense",
    )


def test_english_of_a_sentence_that_is_gone_is_kept_as_obsolete(tmp_path: Path) -> None:
    path = _write(tmp_path, ENTRY)
    path = _write(tmp_path, format_translations([_unit("s1", "灯亮了。")], path))
    assert load_translations(path) == {}
    # It comes back with its sentence.
    path = _write(tmp_path, format_translations([_unit("s1", "桥修好了。")], path))
    assert [known.text for known in load_translations(path).values()] == ["The bridge is mended."]


def test_empty_entry_of_a_sentence_that_is_gone_is_dropped(tmp_path: Path) -> None:
    path = _write(tmp_path, format_translations([_unit("s1", "桥修好了。")], None))
    assert "桥" not in format_translations([_unit("s1", "灯亮了。")], path)


def test_updating_twice_changes_nothing(tmp_path: Path) -> None:
    units = [_unit("s1", "灯亮了。"), _unit("s1", "桥修好了。")]
    once = format_translations(units, _write(tmp_path, ENTRY))
    assert format_translations(units, _write(tmp_path, once)) == once


def test_obsolete_double_does_not_displace_what_holds(tmp_path: Path) -> None:
    # Another PO program may keep an older wording of a sentence that is still there.
    old = 'msgctxt "s1"\nmsgid "桥修好了。"\nmsgstr "Old wording."\n'
    obsolete = "".join(f"#~ {line}\n" for line in old.splitlines())
    path = _write(tmp_path, f"{ENTRY}\n{obsolete}")
    path = _write(tmp_path, format_translations([_unit("s1", "桥修好了。")], path))
    assert [known.text for known in load_translations(path).values()] == ["The bridge is mended."]


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n"), min_size=1
)
keys = st.tuples(st.sampled_from(("s1", "s2", SECTION_CONTEXT)), words)


@given(
    existing=st.dictionaries(keys, words.filter(str.strip), max_size=6),
    kept=st.data(),
    new=st.lists(keys, max_size=4, unique=True),
)
def test_update_keeps_every_human_text_whatever_the_units(
    tmp_path_factory: pytest.TempPathFactory,
    existing: dict[tuple[str, str], str],
    kept: st.DataObject,
    new: Sequence[tuple[str, str]],
) -> None:
    folder = tmp_path_factory.getbasetemp()
    catalogue = polib.POFile()
    for (context, text), english in existing.items():
        catalogue.append(polib.POEntry(msgctxt=context, msgid=text, msgstr=english))
    units = kept.draw(st.lists(st.sampled_from(sorted(existing)), unique=True)) if existing else []
    asked = dict.fromkeys((*units, *new))
    path = _write(folder, f"{catalogue}\n")
    written = _write(folder, format_translations([_unit(*key) for key in asked], path))
    after = {(entry.msgctxt or "", entry.msgid): entry for entry in polib.pofile(str(written))}
    assert {key: after[key].msgstr for key in existing} == existing
    known = load_translations(written)
    assert {key for key in existing if key in asked} == set(known)
    assert all(known[key].text == existing[key].strip() for key in known)


TEXT = """\
■民生

桥修好了
——绕路的日子结束了

□本报记者 江月

老桥通车了。老桥通车了。大家都笑了。

灯亮了

东街的路灯修好了。

何川 摄
"""


def test_units_are_all_texts_in_order_each_once_a_story(lexicon: Lexicon) -> None:
    issue = annotate(TEXT, lexicon)
    bridge, lamps = (story.story_id for story in issue.stories)
    units = list_units(issue, "issue.txt")
    assert [(unit.context, unit.text) for unit in units] == [
        (SECTION_CONTEXT, "民生"),
        (bridge, "桥修好了"),
        (bridge, "——绕路的日子结束了"),
        (bridge, "老桥通车了。"),
        (bridge, "大家都笑了。"),
        # The section is there already, and a credit line is names.
        (lamps, "灯亮了"),
        (lamps, "东街的路灯修好了。"),
    ]
    assert units[3].place == ("issue.txt", 8)
    assert units[3].pinyin == "lǎo qiáo tōngchē le 。"


def test_sentence_finds_its_english_in_its_own_story_only(lexicon: Lexicon) -> None:
    bridge, lamps = (story.story_id for story in annotate(TEXT, lexicon).stories)
    said = Translation(text="All laughed.", state=HUMAN)
    issue = annotate(TEXT, lexicon, english={(bridge, "大家都笑了。"): said})
    assert issue.stories[0].paragraphs[0].sentences[2].translation == said
    other = annotate(TEXT, lexicon, english={(lamps, "大家都笑了。"): said})
    assert other.stories[0].paragraphs[0].sentences[2].translation is None


def test_corrected_headline_keeps_the_english_of_its_story(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    said = Translation(text="All laughed.", state=HUMAN)
    former = {("s00000000", "大家都笑了。"): said, ("s00000001", "桥修好了"): said}
    issue = annotate(TEXT, lexicon, english=former)
    assert issue.stories[0].paragraphs[0].sentences[2].translation == said
    # kanbao translate moves the entries to the story's new id
    po_file = _write(tmp_path, 'msgctxt "s00000000"\nmsgid "大家都笑了。"\nmsgstr "All laughed."\n')
    po_file.write_text(
        format_translations(list_units(issue, "issue.txt"), po_file), encoding="utf-8"
    )
    assert load_translations(po_file) == {(issue.stories[0].story_id, "大家都笑了。"): said}


def test_text_said_differently_by_two_former_stories_is_given_to_none(lexicon: Lexicon) -> None:
    former = {
        (f"s0000000{n}", "大家都笑了。"): Translation(text=f"Laughter {n}.", state=HUMAN)
        for n in (1, 2)
    }
    issue = annotate(TEXT, lexicon, english=former)
    assert issue.stories[0].paragraphs[0].sentences[2].translation is None


def test_quotation_mark_that_is_never_closed_is_refused_with_its_line(tmp_path: Path) -> None:
    path = _write(tmp_path, 'msgid "桥修好了。"\nmsgstr "The bridge is mended.\n')
    with pytest.raises(TranslationFileError, match=r"en\.po:\d+: is no line of a PO file"):
        load_translations(path)

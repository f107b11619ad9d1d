"""Gettext: translations that are shipped are replies."""

from __future__ import annotations

import pytest

from replylint.errors import InputError

from .edited import read, slices

SOURCE = """\
# 译者
msgid ""
msgstr ""
"Language: zh_TW\\n"
"X: 请立即\\n"

#. 说明
#: a.py:1
#, python-format, c-format
msgctxt "menu"
msgid "立即"
msgid_plural "立即们"
msgstr[0] "请\\"立"
"即\\"\\x41\\101\\q\\n"
msgstr[1]  ""
  "%d 个"

#, c-format, fuzzy
msgid "b"
msgstr "旧译"

#~ msgid "c"
#~ msgstr "废弃"
msgctxt "empty"
msgid ""
msgstr "有上下文"
msgid "d"
msgstr "紧接"
msgid "e"
msgstr ""
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_entries(newline: str) -> None:
    document = read(SOURCE.replace("\n", newline), "po")
    assert [(each.field, each.text) for each in document.segments] == [
        ("msgid 11[0]", '请"立即"AAq\n'),
        ("msgid 11[1]", "%d 个"),
        ("msgid 25", "有上下文"),
        ("msgid 27", "紧接"),
    ]
    assert {each.message["lang"] for each in document.segments} == {"zh-Hant"}
    assert slices(document, "立即") == [f'立"{newline}"即']
    assert [each.text for each in document.comments][:4] == [
        "# 译者",
        "#. 说明",
        "#: a.py:1",
        "#, python-format, c-format",
    ]


def test_edits() -> None:
    segment = read(SOURCE, "po").segments[0]
    assert segment.encode(2, 4, '快"\\\n\t\r') == '快\\"\\\\\\n\\t\\r'
    assert segment.encode(0, 1, "x") == "x"
    (segment,) = read('msgid "a"\nmsgstr "请1\\x4"', "po").segments
    assert segment.encode(1, 2, "\\") == "\\\\"
    (segment,) = read('msgid "a"\nmsgstr "\\1请1"', "po").segments
    assert segment.encode(1, 2, "") is None  # \\1 and 1 would be one escape


def test_without_a_language() -> None:
    source = 'msgid ""\nmsgstr "Language: \\n"\nmsgid "a"\nmsgstr "请"\n'
    assert read(source, "po").segments[0].message == {}
    assert read('msgid "a"\nmsgstr "请"\nmsgid ""', "po").segments[0].message == {}


def test_nothing_is_translated() -> None:
    assert read('msgid "a"\nmsgstr ""\n', "po").note == "nothing in it is translated"


@pytest.mark.parametrize(
    ("source", "place", "said"),
    [
        ('msgid "a"\nmsgstr "b\n', "x:2:8", "not closed"),
        ('msgid "a"\nmsgstr "b" c\n', "x:2:8", "more behind it"),
        ('msgid "a"\nmsgstr\n', "x:2:7", "not closed"),
        ('"a"\n', "x:1:1", "no line of a .po file"),
        ('msgid "a"\nnope\n', "x:2:1", "no line of a .po file"),
        ('msgid "a"\nmsgid "b"\n', "x:2:1", "twice"),
        ('msgid "a"\nmsgstr "a"\nmsgstr "b"\n', "x:3:1", "twice"),
    ],
)
def test_errors_have_a_place(source: str, place: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read(source, "po")
    assert str(caught.value.origin) == place

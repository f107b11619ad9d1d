"""XLIFF: targets are replies; sources, notes, proposals and codes are not."""

from __future__ import annotations

import pytest

from replylint.errors import InputError

from .edited import read, slices, texts

OLD = """\
<?xml version="1.0" encoding="gbk"?>
<!-- replylint: ignore-file[a.b] -->
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en" target-language="zh-CN"><body>
<trans-unit id="a"><source>立即</source>
<target state="translated">请<g id="1">立</g><x id="2"/>即&#22788;<ph id="3">立即</ph>&lt;
<mrk mtype="protected">某<b/>宝</mrk><g><![CDATA[<立即>\r\n]]></g></target>
<note>立即</note><alt-trans><target>立即</target></alt-trans></trans-unit>
<trans-unit id="b"><source>立即</source><target/></trans-unit>
<trans-unit id="c"><source>立即</source><target> </target></trans-unit>
</body></file></xliff>
"""
NEW = """\
<xliff version="2.0" trgLang="zh-TW"><file><unit id="u"><notes><note>立即</note></notes>
<m:matches xmlns:m="m"><m:match><source>x</source><target>立即</target></m:match></m:matches>
<segment><source>立即</source>
<target>請<pc id="1">立即</pc><mrk translate="no" id="m">名</mrk></target>
</segment></unit></file></xliff>
"""


def test_1_2() -> None:
    document = read(OLD, "xliff")
    (segment,) = document.segments
    assert segment.text == "请立即处<\n某宝<立即>\n"
    assert segment.field == "a.target"
    assert segment.message == {"lang": "zh-Hans"}
    assert [segment.text[each.start : each.end] for each in segment.protected] == ["某宝"]
    assert slices(document, "处<") == ['&#22788;<ph id="3">立即</ph>&lt;']
    assert [each.text for each in document.comments] == [" replylint: ignore-file[a.b] "]


def test_2_0() -> None:
    (segment,) = read(NEW, "xliff").segments
    assert (segment.text, segment.field) == ("請立即名", "u.target")
    assert segment.message == {"lang": "zh-Hant"}
    assert [(each.start, each.end) for each in segment.protected] == [(3, 4)]


def unit(target: str) -> str:
    return f"<xliff><unit><target>{target}</target></unit></xliff>"


@pytest.mark.parametrize(
    ("target", "word", "new", "written"),
    [
        ("请立即", "立即", "尽快", "尽快"),
        ("请立即", "立即", "<&\r\n>", "&lt;&amp;&#13;\n&gt;"),
        ("请立即", "立即", "\x00", None),
        ("请<g>立</g>即", "立即", "x", None),
        ("<![CDATA[请立即]]>", "立即", "<&", "<&"),
        ("<![CDATA[请立即]]>", "立即", "]]><x>", None),
    ],
)
def test_edits(target: str, word: str, new: str, written: str | None) -> None:
    (segment,) = read(unit(target), "xliff").segments
    assert segment.field == "target"
    at = segment.text.index(word)
    assert segment.encode(at, at + len(word), new) == written


def test_a_target_of_great_length() -> None:
    (segment,) = read(unit("请立即处理。" * 20000), "xliff").segments
    assert segment.encode(1, 3, "尽快") == "尽快"
    assert segment.encode(1, 3, "<") is None


@pytest.mark.parametrize(
    ("source", "place", "said"),
    [
        ("<xliff>\n<a>请</b></xliff>", "x:2:7", "mismatched tag"),
        ("<xliff>\n请 & 好</xliff>", "x:2:4", "not well-formed"),
        ("<xliff>请&x;</xliff>", "x:1:9", "undefined entity"),
        ("<xliff>\x01</xliff>", "x:1:8", "a character that XML does not allow"),
        ("<xliff>\ud800</xliff>", "x:1:8", "a character that XML does not allow"),
        ("nope", "x:1:1", "syntax error"),
        ("<xliff>", "x:1:8", "no element found"),
        (
            '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaa">]><xliff>&a;</xliff>',
            "x:2:1",
            "document type declaration",
        ),
    ],
)
def test_errors_have_a_place(source: str, place: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read(source, "xliff")
    assert str(caught.value.origin) == place
    assert caught.value.hint


def test_nothing_is_translated() -> None:
    assert read("<xliff><source>x</source></xliff>", "xliff").note == "nothing in it is translated"
    assert texts(read(unit(""), "xliff")) == []

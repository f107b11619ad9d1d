"""HTML is read block by block, as a browser shows it."""

from __future__ import annotations

import pytest

from .edited import read, slices, texts


@pytest.mark.parametrize(
    ("source", "replies"),
    [
        ("<p>请<b>立\n  即</b> 处理<p>好", ["请立 即 处理", "好"]),
        ("一<br>二<br/> 三 <span> 四</span>", ["一\n二\n三 四"]),
        ("<div>一<div>二</div>三</div>", ["一", "二", "三"]),
        ("<pre>一\r\n  二</pre><textarea>\n<b>三 &lt;</textarea>", ["一\n  二", "\n<b>三 <"]),
        ("<title> 题 <b> &amp; </title><style>立即</style>", ["题 <b> &"]),
        ("<script>if (a<b) '</p>立即'</SCRIPT >后", ["后"]),
        ("<script>没有结尾", []),
        ("<!-- 立即 --><!doctype html><?php 立即 ?>前<!--没完", ["前"]),
        ("<![CDATA[一 &amp; <b>]]>&copy;&#x4f60;&#0;&nope;", ["一 &amp; <b>©你\ufffd&nope;"]),
        ("<姓名>您好 < b <3 > & < a", ["<姓名>您好 < b <3 > & < a"]),
        ("<a href='立即'>看</a><a href=\"x>y\">这</a><a x='没完", ["看这<a x='没完"]),
        ("<ul><li>一</li><li>二</ul><table><tr><td>三<td>四", ["一", "二", "三", "四"]),
        ("<button>提交</button><option>甲<option>乙", ["提交", "甲", "乙"]),
        ("<p>\u3000\u3000请 </p>", ["\u3000\u3000请"]),
        ("<p>请 <b> </b>立<i> </i> 即 <u> </u></p>", ["请 立 即"]),
    ],
)
def test_what_is_read(source: str, replies: list[str]) -> None:
    assert texts(read(source, "html")) == replies


def test_attributes() -> None:
    source = (
        '<img alt="请&quot;立即" title=\'好\n\' src="立即">'
        '<input type="Submit" value=提交 name=立即>'
        '<input type=text value="客户写的" placeholder="请填写"><link title="立即">'
        '<a aria-label="" title>x</a><meta name="description" content="立即">'
    )
    document = read(source, "html")
    assert [(each.field, each.text) for each in document.segments] == [
        ("img.alt", '请"立即'),
        ("img.title", "好\n"),
        ("input.value", "提交"),
        ("input.placeholder", "请填写"),
        (None, "x"),
    ]
    assert slices(document, '"立') == ["&quot;立"]
    alt, title, value = document.segments[:3]
    assert alt.encode(0, 1, "\"<'&\n") == "&quot;&lt;'&amp;&#10;"
    assert title.encode(0, 1, "\"'") == '"&#39;'
    assert value.encode(0, 1, "x") == "x"
    assert value.encode(0, 1, "x y") is None


def test_languages_and_wholes() -> None:
    document = read('<html lang="zh-HK"><p>一<p>二', "html")
    assert [(each.message, each.whole) for each in document.segments] == [
        ({"lang": "zh-Hant"}, False),
        ({"lang": "zh-Hant"}, False),
    ]
    (segment,) = read("<html lang=zh><p>一", "html").segments
    assert (segment.message, segment.whole) == ({}, True)


def test_code_is_protected() -> None:
    (segment,) = read(
        "用<code>立<var>即</var></code>与<kbd>x</kbd><code></code><tt>没完 ", "html"
    ).segments
    assert segment.text == "用立即与x没完"
    assert [segment.text[each.start : each.end] for each in segment.protected] == [
        "立即",
        "x",
        "没完",
    ]


@pytest.mark.parametrize(
    ("source", "word", "new", "written"),
    [
        ("<p>请立即处理", "立即", "尽快", "尽快"),
        ("<p>请立<b>即</b>", "立即", "尽快", None),
        ("<p>请立<!-- x -->即", "立即", "尽快", None),
        ("<p>请立<br>即", "立\n即", "尽快", None),
        ("<p>请&#31435;即", "立即", "<&>", "&lt;&amp;&gt;"),
        ("<p>一<br />请立即", "立即", "a\nb", "a<br />b"),
        ("<p>一<br/>请立即", "立即", "a\nb", "a<br/>b"),
        ("<p>请立即", "立即", "a\nb", "a<br>b"),
        ("<pre>一\r\n立即</pre>", "立即", "a\nb", "a\r\nb"),
        ("<title>立即</title>", "立即", "a\nb", None),
        ("<title>立即</title>", "立即", "<b>", "&lt;b&gt;"),
        ("<title></ti立即tle></title>", "立即", "", None),
        ("<p><![CDATA[请立即]]>", "立即", "<&", "<&"),
        ("<p><![CDATA[请立即]]>", "立即", "a\nb", None),
        ("<p><![CDATA[请立即]]>", "立即", "]]>", "]]>"),
        ("<p>& lt立即", "立即", ";", ";"),
        ("<p>&lt立即", "立即", ";", None),
        ("<p><立即p>", "立即", "", None),
        ("<p>请 立即 处理", "立即", "", ""),
    ],
)
def test_edits(source: str, word: str, new: str, written: str | None) -> None:
    segment = read(source, "html").segments[-1]
    at = segment.text.index(word)
    assert segment.encode(at, at + len(word), new) == written


def test_a_block_of_great_length() -> None:
    (segment,) = read("<p>" + "请立即处理。" * 20000, "html").segments
    assert segment.encode(1, 3, "尽快") == "尽快"
    assert segment.encode(1, 3, "<") is None


def test_a_tag_of_great_length() -> None:
    picture = '<img src="data:' + "A" * 20000 + '" alt="立即">'
    assert texts(read(f"<p>一{picture}二", "html")) == ["立即", "一二"]


def test_no_words() -> None:
    assert read("<p></p>", "html").note == "there are no words in it"

"""Markdown is read as its reader sees it, without code, comments and link targets."""

from __future__ import annotations

import pytest

from replylint.errors import InputError

from .edited import read, slices, texts


def only(source: str) -> str:
    (text,) = texts(read(source, "markdown"))
    return text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# 标题 ##\n正文", "标题\n正文"),
        ("标题\n===\n正文\n---\n", "标题\n\n正文\n\n"),
        ("> 引用\n>> 再引", "引用\n再引"),
        ("- 甲\n1. 乙", "- 甲\n1. 乙"),
        ("请**立即**处*理*", "请立即处理"),
        ("***重***和 __粗__、_斜_、~~删~~", "重和 粗、斜、删"),
        ("5*3*2 a_b_c 保*本", "532 a_b_c 保*本"),
        ("** 不是 ** ~一~ ****四**** *没完", "** 不是 ** ~一~ ****四**** *没完"),
        ("**一*二**三", "一*二三"),
        ("**甲\n\n乙**", "**甲\n\n乙**"),
        ('[见*这里*](http://a.example "题")。', "见这里。"),
        ("![图说](a.png) ! [姓名][日期] [x](", "图说 ! [姓名][日期] [x]("),
        ("[见][r] [见] [r]]\n\n[r]: http://a.example '题'\n", "见 [见] [r]]\n\n\n"),
        ("\\*好\\* \\a 行尾\\\n下 &amp;&copy;&nope; & \\", "*好* \\a 行尾\n下 &©&nope; & "),
        ("一<br>二<b class='x'>三</b><姓名>&lt;", "一\n二三<姓名><"),
        ("前 <a\nhref='x'>中</a> 后", "前 中 后"),
        ("前 <!-- 注 --> 后 <!-- 多\n\n行 --> 完", "前  后  完"),
        ("前\n<script>\n立即\n</script>\n后", "前\n\n后"),
        ("前\n```sh\n立即\n```\n后", "前\n\n\n\n后"),
        ("- 项\n  ~~~\n  `立即`\n  ```\n  ~~~\n后", "- 项\n\n\n\n\n后"),
        ("前\n\n    立即\n\n后", "前\n\n\n\n后"),
        ("- 项\n\n    续段\n", "- 项\n\n    续段\n"),
        ("| 甲 | 乙 |\n|:--|---|\n| 丙 | 丁 |", "| 甲 | 乙 |\n\n| 丙 | 丁 |"),
        ("[//]: # (注释)\n好", "\n好"),
        ("* * *\n好\n- - -\n___\n", "\n好\n\n\n"),
        ("a <b", "a <b"),
        ("![", "!["),
    ],
)
def test_what_is_read(source: str, text: str) -> None:
    assert only(source) == text
    assert only(source.replace("\n", "\r\n")) == text


def test_code_within_a_line_is_protected() -> None:
    (segment,) = read("用 `立即` 与 ``a`b`` 或 ` 没完 ``", "markdown").segments
    assert segment.text == "用 立即 与 a`b 或 ` 没完 ``"
    assert [segment.text[each.start : each.end] for each in segment.protected] == ["立即", "a`b"]
    assert segment.encode(2, 4, "x") is None


def test_parts() -> None:
    source = "# 标题\n\n请`立即`处理\n好\n\n```\n立即\n```\n"
    document = read(source, "markdown", split="paragraph")
    assert texts(document) == ["标题", "请立即处理 好"]
    assert [len(each.protected) for each in document.segments] == [0, 1]
    assert texts(read(source, "markdown", split="line")) == ["标题", "请立即处理", "好"]


def test_comments() -> None:
    document = read("一 <!-- a -->\n\n[//]: # (b)\n<!-- c", "markdown")
    assert [(each.text, each.line) for each in document.comments] == [
        (" a ", 1),
        ("[//]: # (b)", 3),
        (" c", 4),
    ]


@pytest.mark.parametrize(
    ("source", "word", "new", "written"),
    [
        ("请**立即**处理", "立即", "尽快", "尽快"),
        ("请**立即**处理", "请立", "x", None),
        ("请立即处理", "立即", "*尽快*", "\\*尽快\\*"),
        ("请立即处理", "立即", "{{a_b}} [姓名]", "{{a_b}} [姓名]"),
        ("请立即处理", "请", "# ", "\\# "),
        ("请立即处理", "请", "    ", None),
        ("请立即处理", "立即", "a\nb", "a\\\nb"),
        ("请\r\n立即处理", "立即", "a\nb", "a\\\r\nb"),
        ("请&amp;立即", "&", "和", "和"),
        ("- 一\n\n    请立即\n", "立即", "尽快", "尽快"),
        ("一\n    \n二", "\n二", "\n 三", None),
        ("```\nx\n\n立即\n```\n请立即好", "立即", "尽快", None),
    ],
)
def test_edits(source: str, word: str, new: str, written: str | None) -> None:
    (segment,) = read(source, "markdown").segments
    at = segment.text.index(word)
    assert segment.encode(at, at + len(word), new) == written


def test_a_paragraph_of_great_length() -> None:
    source = "请立即处理。*" * 8000
    (segment,) = read(source, "markdown").segments
    at = segment.text.index("立即", 20000)
    assert segment.encode(at, at + 2, "尽快") == "尽快"
    assert segment.encode(at, at + 2, "*x*") is None


class TestFrontMatter:
    def test_it_says_what_the_reply_is(self) -> None:
        source = (
            "---\n# 注\nsubject: 请立即处理\ntitle: 立即\nchannel: email\nlang: zh-TW\n"
            "tags: [立即]\nbody:\n  text: 您好\n---\n\n# 正文\n"
        )
        document = read(source, "markdown")
        assert [(each.field, each.text) for each in document.segments] == [
            ("subject", "请立即处理"),
            ("body.text", "您好"),
            (None, "\n\n正文\n"),
        ]
        about = {"channel": "email", "lang": "zh-Hant"}
        assert [dict(each.message) for each in document.segments] == [about] * 3
        assert [each.text for each in document.comments] == ["# 注"]
        assert slices(document, "立即") == ["立即"]
        assert texts(read(source, "markdown", fields=("tags",)))[1] == "立即"

    @pytest.mark.parametrize(
        ("source", "text"),
        [
            ("---\n\n正文：请\n---\n好", "\n\n正文：请\n\n好"),
            ("---\n请: [\n---\n好", "\n请: [\n\n好"),
            ("---\n好", "\n好"),
            ("---\n---\n好", "\n好"),
            ("+++\ntitle = '立即'\n+++\n好", "好"),
            ("--- x\n好", "--- x 好"),
        ],
    )
    def test_what_is_none(self, source: str, text: str) -> None:
        assert only(source).strip() == text.strip()

    def test_one_that_is_broken(self) -> None:
        with pytest.raises(InputError, match="not YAML") as caught:
            read("---\nsubject: 'x\n---\n好", "markdown")
        assert caught.value.origin


def test_nothing_but_code() -> None:
    assert read("```\n立即\n```\n", "markdown").note == "there is no prose in it"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("You must send\nthe form.", "You must send the form."),
        ("一行  \n二行", "一行  \n二行"),
        ("一行\\\n二行", "一行\n二行"),
        ("# 标题\n正文", "标题\n正文"),
        ("正文\n- 一\n- 二", "正文\n- 一\n- 二"),
        ("> 引一\n> 引二", "引一\n引二"),
        ("一\n> 引", "一\n引"),
    ],
)
def test_lines_of_a_paragraph_go_on(source: str, text: str) -> None:
    assert only(source) == text

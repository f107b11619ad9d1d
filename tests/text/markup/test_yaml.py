"""YAML in all its ways to write a text; bombs, tags and odd files do no harm."""

from __future__ import annotations

import pytest

from replylint.errors import InputError

from .edited import read, slices, texts


def test_places_through_every_style() -> None:
    source = (
        "text:\n"
        "- 请立即处理 # c\n"
        "- 请立\n  即处理\n"
        '- "请\\u7acb\\u5373 \\\n   处理"\n'
        "- '请''立即'\n"
        "- |-\n    请立即\n     处理\n"
        "- >+\n  请立\n  即\n\n   缩进\n  完\n\n"
        "- &a !!str 请立即\n"
        "- *a\n"
        "- ! 'x\n\n  y'\n"
    )
    document = read(source, "yaml", fields=("text",))
    assert texts(document) == [
        "请立即处理",
        "请立 即处理",
        "请立即 处理",
        "请'立即",
        "请立即\n 处理",
        "请立 即\n\n 缩进\n完\n\n",
        "请立即",
        "x\ny",
    ]
    assert slices(document, "立即") == ["立即", "\\u7acb\\u5373", "立即", "立即", "立即"]
    assert slices(document, "立 即") == ["立\n  即", "立\n  即"]


@pytest.mark.parametrize(
    ("source", "word", "new", "written"),
    [
        ("text: 请立即处理", "立即", "尽快", "尽快"),
        ("text: 请立即处理", "立即", "a: b", None),
        ("text: 请立即处理", "立即", "a #b", None),
        ("text: 请立即处理", "立即", "a\nb", None),
        ("text: 请立即处理", "请立即处理", "- x", None),
        ("text: 请立即处理", "请立即处理", "12", None),
        ("text: 请立即处理", "请立即处理", "yes", None),
        ("text: [请立即处理]", "立即", "a, b", None),
        ("text: [请立即处理]", "立即", "吗?", None),
        ("text: '请立即'", "立即", "it's", "it''s"),
        ("text: '请立即'", "立即", "a\nb", None),
        ('text: "请立即"', "立即", '"\n\t\x85\x00', '\\"\\n\\t\\u0085\\u0000'),
        ('text: "请立即"', "立即", "\ud800", None),
        ('text: "\\u7acb\\u5373"', "立即", '尽\n"😊a', "\\u5c3d\\n\\u0022\\U0001f60aa"),
        ("text: |\n  请立即\n", "立即", "a\nb", "a\n  b"),
        ("text: |\n  请立即\n", "立即", "\x00", None),
        ("text: |\n  请立即\n", "请立即", " x", None),
        ("text: |\n  请立即\nb: 1", "即\n", "", None),
        ("text: |\n  请立即\nb: 1", "即\n", "x", None),
        ("text: |\n  请立即\nb: 1\n", "立即", "尽快", "尽快"),
        ("text: |\n  请立即\n# c\n", "立即", "a\nb", "a\n  b"),
        ("text: |-\n  请立即\n\n# c\n", "立即", "", ""),
        ("text: |\n  立即\nb: 1\n", "立即", "", None),  # of blank lines the last end is not read
        ("text: |+\n  立即\nb: 1\n", "立即", "", ""),
        ("text: >\n  请立即\n", "立即", "a\nb", None),
        ("text: '\n\n  请立即'", "立即", "尽快", "尽快"),
        ("text: 请\n  立即", "请 立", "x", "x"),
    ],
)
def test_edits(source: str, word: str, new: str, written: str | None) -> None:
    (segment,) = read(source, "yaml", fields=("text",)).segments
    at = segment.text.index(word)
    assert segment.encode(at, at + len(word), new) == written


def test_plain_scalars_that_are_no_texts() -> None:
    source = "text: [12, 1.5e3, yes, ~, null, 2026-01-01, 0x1f, 1:30, .inf, !!str 12, '12', x, '']"
    assert texts(read(source, "yaml", fields=("text",))) == ["12", "12", "x"]


def test_what_the_parser_reads_in_a_way_of_its_own_is_not_edited() -> None:
    source = "text: |\n\t\n  请立即"
    document = read('text: "a\\\n\n  请\u2028\n  x"', "yaml", fields=("text",))
    assert texts(document) == ["a\n请\u2028\nx"]
    document = read("text: 请?：[\n", "yaml", fields=("text",))
    assert texts(document) == ["请?：["]
    with pytest.raises(InputError):
        read(source, "yaml")


def test_aliases_and_merges() -> None:
    source = (
        "base: &b {channel: sms, text: &t 请立即}\n"
        "one:\n  <<: *b\n  body: 好\n"
        "two: {text: *t}\n"
        "three: *b\n"
    )
    document = read(source, "yaml")
    assert [(each.field, each.text) for each in document.segments] == [
        ("base.text", "请立即"),
        ("one.body", "好"),
    ]
    assert document.segments[1].message == {"channel": "sms"}
    assert texts(read(source, "yaml", fields=("three.text",))) == ["请立即"]


def test_a_bomb_is_refused() -> None:
    lines = ["a0: &a0 [请]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    with pytest.raises(InputError, match="aliases name too much"):
        read("\n".join(lines), "yaml")


@pytest.mark.parametrize(
    ("header", "said"),
    [("|", "请立即\n"), ("|-", "请立即"), ("|+", "请立即\n\n\n"), (">2", "请立即\n")],
)
def test_line_ends_after_a_block(header: str, said: str) -> None:
    source = f"text: {header}\n  请立即\n\n\nbody: 好\n"
    document = read(source, "yaml")
    assert texts(document) == [said, "好"]
    assert slices(document, "立即") == ["立即"]


@pytest.mark.parametrize("header", ["|", "|+", ">", ">-"])
def test_a_block_without_words_is_no_reply(header: str) -> None:
    document = read(f"text: {header}\n\n  \n\nbody: 请立即\n", "yaml")
    assert [(each.field, each.text) for each in document.segments] == [("body", "请立即")]
    assert slices(document, "立即") == ["立即"]


@pytest.mark.parametrize(
    ("source", "line", "column", "said"),
    [
        ("a: &x [*x]", 1, 8, "inside of what it names"),
        ("a: *x", 1, 4, "does not exist"),
        ("a: b\n  c: d", 2, 4, "mapping values are not allowed"),
        ("a: '请\n", 2, 1, "found unexpected end of stream"),
        ("a: \x01", 1, 4, "a character that YAML does not allow"),
        ("a: \ud800", 1, 4, "a character that YAML does not allow"),
        ("\ufeffa: b", 1, 1, "a second byte order mark"),
        ('a: "\\ud83d\\ude00"', 1, 7, "invalid Unicode"),
        ("[" * 300, 1, 202, "too deep"),
        ("{a: " * 500 + "1" + "}" * 500, 1, 802, "too deep"),
    ],
)
def test_errors_have_a_place(source: str, line: int, column: int, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read(source, "yaml")
    origin = caught.value.origin
    assert origin
    assert (origin.line, origin.column) == (line, column)
    assert caught.value.hint


def test_tags_keys_and_documents() -> None:
    source = (
        "%YAML 1.1\n---\n!x\ntext: !!python/object:os.system 请立即\n? [a, b]\n: 1\n"
        "? {c: 请}\n: 2\n---\ntext: 好\n...\n"
    )
    assert texts(read(source, "yaml")) == ["请立即", "好"]


def test_comments_are_what_stands_in_no_text() -> None:
    source = (
        "# 一\na: 'x # no' # 二\nb: |  # 三\n  # no\n  y\n# 四\nc: x#no\nd: [a, # 五\n  b]\n"
        'e: "# no"\nf: >\n  t\n # 六\n'
    )
    assert [each.text for each in read(source, "yaml").comments] == [
        "# 一",
        "# 二",
        "# 三",
        "# 四",
        "# 五",
        "# 六",
    ]
    assert [each.line for each in read(source, "yaml").comments] == [1, 2, 3, 6, 8, 13]


def test_the_top_may_be_a_text_itself() -> None:
    assert texts(read("请立即", "yaml")) == ["请立即"]
    document = read("--- |\n 请立即\n---\n- 好\n", "yaml")
    assert texts(document) == ["请立即\n", "好"]


def test_the_parser_in_python_leads_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    source = 'a: &x "请\\u7acb即"\ntext: |\n  请立\n  即\nreply: *x\nbody: 请立即 # c\n'
    fast = read(source, "yaml")
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert read(source, "yaml") == fast
    with pytest.raises(InputError):
        read("a: 'x", "yaml")


def test_escaped_blanks_and_breaks() -> None:
    source = 'text: "a\\ \n  b\\\t c\\\n\n\n  d \n\n  e"'
    assert texts(read(source, "yaml")) == ["a  b\t c\n\nd\ne"]

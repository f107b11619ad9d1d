"""What is not the writer's words, and what only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.protected import Protected, protected


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in protected(text)]


def of_kind(text: str, kind: str) -> list[str]:
    return [stretch for found_kind, stretch in found(text) if found_kind == kind]


@pytest.mark.parametrize(
    "hole",
    [
        *(
            "{{name}}",
            "{{ order.id }}",
            "{{{raw}}}",
            "{name}",
            "{0}",
            "{0:.2f}",
            "{姓名}",
            "{a.b[0]}",
        ),
        *("${name}", "${user.name}", "#{name}", "｛姓名｝", "<%= name %>", "<%= a['b'] %>"),
        *(
            "%s",
            "%d",
            "%.2f",
            "%05d",
            "%1$s",
            "%2$d",
            "%(name)s",
            "%@",
            "%NAME%",
            "$name",
            "$name$",
        ),
        *(
            "$姓名$",
            "#code#",
            "[姓名]",
            "[Name]",
            "[Your Name]",
            "[Days]",
            "[今天/明天]",
            "[金额(元)]",
        ),
        *(
            "［姓名］",
            "【姓名】",
            "【订单编号】",
            "【銀行名】",
            "<name>",
            "<姓名>",
            "<Your Name>",
            "＜姓名＞",
        ),
        *(
            "XX",
            "xxxx",
            "××",
            "ＸＸＸ",
            "____",
            "＿＿＿",
            "○○",
            "[X]",
            "[Contact]",
            "[Payment date]",
        ),
    ],
)
def test_holes(hole: str) -> None:
    assert found(f"您好，{hole}，您的申请") == [("hole", hole)]


@pytest.mark.parametrize(
    "control",
    [
        *(
            "{{#if vip}}",
            "{{/if}}",
            "{{else}}",
            "{{ else if x }}",
            "{{^x}}",
            "{{! note }}",
            "{{end}}",
        ),
        *(
            "{{- range .Items}}",
            "{% if x %}",
            "{%- endif -%}",
            "{# note #}",
            "<% if x %>",
            "<%# c %>",
        ),
    ],
)
def test_template_tags(control: str) -> None:
    assert found(f"您好，{control}贵宾") == [("control", control)]


def test_what_a_template_tag_encloses_is_the_writers() -> None:
    text = "{{#if late}}请立即还款{{/if}}{% if x %}马上{% endif %}"
    assert "".join(of_kind(text, "control")) == text.replace("请立即还款", "").replace("马上", "")


@pytest.mark.parametrize(
    "text",
    [
        *("年化3.5%起", "50% discount", "3%d", "100%s", "利率下调5%，手续费0.1%。", "%days", "%%d"),
        *(
            "US$100 and HK$200",
            "$5",
            "A $ B $",
            "C# &#39;",
            "第1、2#柜台",
            "a{b",
            "}{",
            "{}",
            "{{}}",
        ),
        *(
            "[请您立即还款]",
            "[马上还钱]",
            "[必須今天處理]",
            "[Please pay now]",
            "[Act now]",
            "[1]",
            "[]",
        ),
        *(
            "[2026-03-02]",
            "[这是一句很长很长很长的说明文字]",
            "[您好，欢迎]",
            "[点此](",
            "{请您，尽快。}",
        ),
        *(
            "请点【由此进入】办理",
            "请看【使用教学】的说明",
            "按【马上联系客户】",
            "5<6",
            "x<y and z>w",
            "a < b > c",
        ),
        *(
            "<请立即处理>",
            "尺码XXL有货",
            "exxon",
            "foxx",
            "二○○八年",
            "一○○一",
            "× 3",
            "_",
            "甲×乙",
        ),
        *(
            "3.14",
            "v1.2.3",
            "U.S.A",
            "已收到.谢谢",
            "等等...",
            "e.g. this",
            "and/or",
            "和/或",
            "1/2/2024",
            "5/day",
        ),
        *(
            "@",
            "@。",
            "a@b",
            "@小王请您处理 谢谢",
            "@张三马上还钱",
            "# 标题",
            "#1",
            "`",
            "``",
            "`未完",
            "``` 未完",
        ),
        *(
            "please.call",
            "bank.community",
            "09:15",
            "C:",
            "D:盘",
            "http:/",
            "://",
            "www",
            "ok.co",
            "go.to/",
            "您好",
            "",
            " ",
        ),
    ],
)
def test_words_of_the_writer(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("请访问https://bank.example/a?b=1&c=2，谢谢", "https://bank.example/a?b=1&c=2"),
        ("网址：http://bank.example。", "http://bank.example"),
        ("(see https://bank.example/a_(b)).", "https://bank.example/a_(b)"),
        ("见https://bank.example/[x]/{{id}}?t={t}即可", "https://bank.example/[x]/{{id}}?t={t}"),
        ("登录www.bank.example/x办理", "www.bank.example/x"),
        ("登录WWW.BANK.EXAMPLE办理", "WWW.BANK.EXAMPLE"),
        ("Visit bank.com.", "bank.com"),
        ("Visit BANK.COM now", "BANK.COM"),
        ("Visit WWW.BANK now", "WWW.BANK"),
        ("官网bank.com.cn查询", "bank.com.cn"),
        ("短链t.cc/a1B2查询", "t.cc/a1B2"),
        ("FTP://files.example/a!", "FTP://files.example/a"),
        ("*https://bank.example/*", "https://bank.example/"),
    ],
)
def test_links_end_where_they_end(text: str, url: str) -> None:
    assert found(text) == [("url", url)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("我的邮箱是zhang.san@mail.example请联系", "zhang.san@mail.example"),
        ("a+b_c%d@x.mail.example.", "a+b_c%d@x.mail.example"),
        ("service@bank.com.cn", "service@bank.com.cn"),
    ],
)
def test_addresses(text: str, address: str) -> None:
    assert found(text) == [("email-address", address)]


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("@小王 看一下", "@小王"),
        ("@中国客服:已处理", "@中国客服"),
        ("@bank_help请处理", "@bank_help"),
        ("#服务月#开始", "#服务月#"),
        ("see #MoneyTips today", "#MoneyTips"),
    ],
)
def test_handles(text: str, handle: str) -> None:
    assert found(text) == [("handle", handle)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("运行`pay --now`命令", ["`pay --now`"]),
        ("```\n立即\n```好", ["```\n立即\n```"]),
        (
            '<b>重要</b><a href="x y">点这里</a><br/>',
            ["<b>", "</b>", '<a href="x y">', "</a>", "<br/>"],
        ),
        ("<!-- 内部-备注 -->您好</custom>", ["<!-- 内部-备注 -->", "</custom>"]),
    ],
)
def test_code(text: str, code: list[str]) -> None:
    assert found(text) == [("code", stretch) for stretch in code]


@pytest.mark.parametrize(
    ("text", "path"),
    [("在/usr/local/bin下", "/usr/local/bin"), ("保存到C:\\Docs\\a.txt。", "C:\\Docs\\a.txt")],
)
def test_paths(text: str, path: str) -> None:
    assert found(text) == [("path", path)]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("【禾川银行】您的账单已出", ["【禾川银行】"]),
        ("  【马上消费金融】您好", ["【马上消费金融】"]),
        ("您的账单已出。【禾川银行】", ["【禾川银行】"]),
        ("您的账单已出。 【禾川银行】\n", ["【禾川银行】"]),
        ("请点击【禾川银行】", []),
        ("【请立即还款】您已逾期", []),
        ("【关于本期账单调整还款安排的说明】您好", []),
        ("【账单，已出】您好", []),
    ],
)
def test_signatures(text: str, tags: list[str]) -> None:
    assert of_kind(text, "tag") == tags


def test_the_first_and_then_the_longer_counts() -> None:
    assert found("`{{name}}`和{{a%sb}}") == [("code", "`{{name}}`"), ("hole", "{{a%sb}}")]
    assert found("【XX金融】您好") == [("tag", "【XX金融】")]


PIECES = st.sampled_from(
    [
        *(
            "{",
            "}",
            "{{",
            "}}",
            "%",
            "s",
            "$",
            "[",
            "]",
            "【",
            "】",
            "<",
            ">",
            "`",
            "```",
            "#",
            "@",
            "/",
        ),
        *(
            ".",
            "com",
            "www.",
            "https://",
            "://",
            "a",
            "b1",
            "XX",
            "_",
            "×",
            "(",
            ")",
            "-",
            "!",
            "姓名",
            "请",
        ),
        *(
            "您好",
            "，",
            "。",
            " ",
            "\n",
            "&",
            "\\",
            ":",
            "1",
            "｛",
            "｝",
            "＜",
            "＞",
            "○",
            "\ud800",
            "😀",
        ),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_spans_are_sorted_apart_and_not_empty(text: str) -> None:
    spans = protected(text)
    last = 0
    for span in spans:
        assert last <= span.start < span.end <= len(text)
        last = span.end


@given(st.lists(PIECES, max_size=25).map("".join))
def test_nothing_is_missed_by_the_first_look(text: str) -> None:
    """Beside an obvious hole the first look always passes; the rest must not change by it."""
    marked = f"{text}\n\n{{{{x}}}}"
    assert of_text(protected(marked), len(text)) == of_text(
        protected(f"{text}\n\n    x"), len(text)
    )


def of_text(spans: tuple[Protected, ...], size: int) -> list[Protected]:
    return [span for span in spans if span.end <= size]


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "{",
        "{{",
        "<%",
        "<a",
        "<!--",
        "@a.",
        "a.",
        "https://((",
        "https://a{{",
        "/a",
        "%(",
        "【a",
        "`",
        "```",
        "#保",
        "@保",
        "&#",
        "$a",
        "a@a.a@",
        "○",
        "X",
    ],
)
def test_endless_runs_come_to_an_end(piece: str) -> None:
    """A shape that were quadratic in one of these would not be done within the hour."""
    assert all(span.start < span.end for span in protected(piece * 100_000))


def test_han_in_a_link_between_its_parts() -> None:
    for text, link in (
        ("见 https://a.example/帮助 。", "https://a.example/帮助"),
        ("见 https://a.example/帮助/a.html谢谢", "https://a.example/帮助/a.html"),
        ("见https://a.example/请立即处理", "https://a.example/"),
        ("见https://a.example/请立即处理，谢谢", "https://a.example/"),
    ):
        assert [text[p.start : p.end] for p in protected(text)] == [link]


def test_a_hole_may_be_named_in_chinese() -> None:
    assert [p.kind for p in protected("您好，%(立即)s")] == ["hole"]

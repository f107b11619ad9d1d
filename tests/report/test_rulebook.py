from __future__ import annotations

from textwrap import dedent

import pytest

from replylint.model import Confidence, Safety, Severity
from replylint.report.rulebook import overview, page, pages
from replylint.rules.rule import Conditions, Example, Rewrite, Shift, Where

from .cases import ERROR, rule

BAD = Example("请立即处理", ((1, 3),), "请您处理", ("courtesy.bare-request",))
GOOD = Example(
    "我们会立即处理。", context=(("channel", "phone"), ("history", ({"role": "customer"},)))
)
FULL = rule(
    severity=ERROR,
    sensitive=True,
    rewrites=(Rewrite("match", safety=Safety.SHOW), Rewrite("clause", safety=Safety.SAFE)),
    conditions=Conditions(
        roles=("agent",),
        channels=("sms", "email"),
        audiences=("senior",),
        recipients=("owner",),
        turn="first",
        profiles=("strict",),
    ),
    shifts=(
        Shift(Severity.INFO, channels=("sms",), where=Where(negated=True)),
        Shift(None, audiences=("expert",), recipients=("owner",), profiles=("lax",)),
    ),
    since="0.1",
    confidence=Confidence.LOW,
)


def test_a_page_in_both_languages() -> None:
    assert page(FULL, (BAD, GOOD), ("zh", "en")) == dedent(
        """\
        # `command.urgent`

        **“{match}”像是在下命令**

        **“{match}” sounds like an order**

        ## 为何 · Why

        客户会觉得被指使。

        The customer feels ordered about.

        出处 · Source: 手册 §3.1

        ## 会发现 · Found in

        - 请<mark>立即</mark>处理
          - 改为 · becomes: 请您处理
          - 另见 · also: [`courtesy.bare-request`](courtesy.bare-request.md)

        ## 不会发现 · Allowed

        - 我们会立即处理。 (channel: phone; history: \\[{"role": "customer"}\\])

        ## 设定 · Settings

        - 级别 · Severity: 错误 · error
        - 例外级别 · Elsewhere: info (channel: sms; where: …); off (audience: expert; recipient: owner; profile: lax)
        - 把握 · Confidence: low
        - 改写 · Fix: --fix, 仅供参考 · an idea
        - 仅在这些配置下 · Only in profiles: strict
        - 谁说的话 · Roles: agent
        - 渠道 · Channels: sms, email
        - 对象 · Audiences: senior
        - 收件人 · Recipients: owner
        - 第几轮 · Turn: first
        - 敏感：不显示原文 · Sensitive: never shown
        - 语言 · Language: zh
        - 规则包 · Pack: replylint
        - 始于 · Since: 0.1
        """  # noqa: E501
    )


def test_a_page_for_the_terminal_is_not_escaped() -> None:
    example = Example("请*立即*<b>", ((2, 4), (8, 8)), also=("a.b",))
    assert page(rule(source=""), (example,), ("en",), "terminal") == dedent(
        """\
        # command.urgent

        “{match}” sounds like an order

        ## Why

        The customer feels ordered about.

        ## Found in

        - 请*[[立即]]*<b>[[]]
          - also: a.b

        ## Settings

        - Severity: warning
        - Confidence: high
        - Fix: –
        - Language: zh
        - Pack: replylint
        """
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a*b_c`d[e]|f~g#h", "a\\*b\\_c\\`d\\[e\\]\\|f\\~g\\#h"),
        ("<b>&", "&lt;b&gt;&amp;"),
        ("1. 您", "1\\. 您"),
        ("- 您", "\\- 您"),
        ("+ 您", "\\+ 您"),
        ("2026 年", "2026 年"),
        ("一\r\n二", "一 ↵ 二"),
        ("", ""),
    ],
)
def test_examples_are_escaped(text: str, written: str) -> None:
    assert f"\n- {written}\n" in page(rule(), (Example(text),), ("zh",))


def test_examples_say_the_same_when_rendered() -> None:
    from html import unescape
    from re import sub

    markdown_it = pytest.importorskip("markdown_it")
    text = "1) *请* _立即_ <b>[处理](x)</b> `a|b` &amp; \\* ~~x~~ # $y$"
    written = page(rule(), (Example(text, ((5, 7),)),), ("zh",))
    html = markdown_it.MarkdownIt().render(written)
    items = [unescape(sub("<[^>]*>", "", line)) for line in html.splitlines() if "<li>" in line]
    assert items[0] == text


def test_an_insertion_is_marked() -> None:
    assert "- <mark>＋</mark>请处理\n" in page(rule(), (Example("请处理", ((0, 0),)),), ("zh",))


def test_overview() -> None:
    rules = [
        rule("vague.soon", zh="“{match}”|含糊", rewrites=(Rewrite("match"),)),
        rule("command.urgent"),
        rule("command.a", severity=ERROR),
        rule("house.style"),
    ]
    assert overview(rules, ("zh", "en")) == dedent(
        """\
        # 规则 · Rules

        ## `command` 命令口吻 · Orders to the customer

        | 规则 · Rule | 级别 · Severity | 改写 · Fix | 说什么 · Says |
        | --- | --- | --- | --- |
        | [`command.a`](command.a.md) | 错误 · error | – | “…”像是在下命令<br>“…” sounds like an order |
        | [`command.urgent`](command.urgent.md) | 警告 · warning | – | “…”像是在下命令<br>“…” sounds like an order |

        ## `house` house

        | 规则 · Rule | 级别 · Severity | 改写 · Fix | 说什么 · Says |
        | --- | --- | --- | --- |
        | [`house.style`](house.style.md) | 警告 · warning | – | “…”像是在下命令<br>“…” sounds like an order |

        ## `vague` 含糊 · Vagueness

        | 规则 · Rule | 级别 · Severity | 改写 · Fix | 说什么 · Says |
        | --- | --- | --- | --- |
        | [`vague.soon`](vague.soon.md) | 警告 · warning | --unsafe-fixes | “…”\\|含糊<br>“…” sounds like an order |
        """  # noqa: E501
    )


def test_pages_do_not_depend_on_order() -> None:
    rules = [rule("b.x"), rule("a.x")]
    files = pages(rules, {"a.x": (BAD,)}, ("zh",))
    assert list(files) == ["README.md", "a.x.md", "b.x.md"]
    assert files == pages(rules[::-1], {"a.x": (BAD,)}, ("zh",))
    assert "<mark>" in files["a.x.md"]
    assert "<mark>" not in files["b.x.md"]

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from textwrap import dedent

from replylint.report.explain import write_trace
from replylint.report.options import Options

from .cases import PHONE


@dataclass(frozen=True)
class Candidate:
    rule: str
    start: int
    end: int
    text: str | None
    veto: str | None


@dataclass(frozen=True)
class Frame:
    start: int
    end: int
    actor: str = "nobody"
    mood: str = "order"
    pressure: tuple[str, ...] = ()
    softened: bool = False
    certainty: str = "none"
    reported: bool = False
    hypothetical: bool = False
    verb: str | None = None
    object: str | None = None
    rest: str | None = None


@dataclass
class Trace:
    folded: str = ""
    lang: str = ""
    spaced: bool = False
    literals: list[str] = field(default_factory=list)
    woken: list[str] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    dropped: list[tuple[str, int, int]] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    protected: list[tuple[int, int, str]] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)


def shown(text: str, trace: Trace, options: Options | None = None) -> str:
    stream = io.StringIO()
    write_trace(text, trace, stream, options or Options(lang="zh", width=60))
    return stream.getvalue()


FULL = Trace(
    folded="请立即处理“退款”{x}",
    lang="zh-Hant",
    spaced=True,
    literals=["立即", "处理"],
    woken=["command.urgent", "vague.soon"],
    candidates=[
        Candidate("command.urgent", 1, 3, "立即", None),
        Candidate("vague.soon", 1, 3, "立即", "guard: quoted"),
    ],
    dropped=[("command.a", 1, 3)],
    frames=[
        Frame(
            0, 9, pressure=("time", "obligation"), softened=True, reported=True,
            hypothetical=True, verb="處理", object="退款", rest="吧",
        )
    ],
    protected=[(9, 12, "hole")],
    quotes=[(6, 8)],
)  # fmt: skip


def test_everything() -> None:
    assert shown("請立即處理“退款”{x}", FULL) == dedent(
        """\
        原文  請立即處理“退款”{x}
        折叠后  请立即处理“退款”{x}
        语言  zh-Hant · 已略去汉字间空格
        唤醒词  立即, 处理
        唤醒的规则  command.urgent, vague.soon
        引号  6-8 “退款”
        不动之处  9-12 “{x}” hole
        小句  0-9 “請立即處理“退款”
            谁做 nobody · 语气 order · 压力 time+obligation · 把握
            none · 动作 “處理” · 对象 “退款” · 其余 “吧” · 已缓和 ·
            转述 · 假设
        候选
          command.urgent  1-3 “立即”  ✓ 命中
          vague.soon      1-3 “立即”  ✗ guard: quoted
        让位  1-3 “立即” command.a
        """
    ).replace("0-9 “請立即處理“退款”\n", "0-9 “請立即處理“退款””\n")


def test_what_has_nothing_to_say_is_left_out() -> None:
    trace = Trace(folded="x", lang="en", literals=["x"], woken=["a.b"], frames=[Frame(0, 1)])
    assert shown("x", trace, Options()) == dedent(
        """\
        text  x
        language  en
        woken by  x
        woken  a.b
        clause  0-1 “x”
            actor nobody · mood order · certainty none
        """
    )


def test_nothing_woke() -> None:
    assert shown("您好", Trace(folded="您好")) == "原文  您好\n语言  ?\n没有规则被唤醒\n"


def test_long_rows_are_wrapped_under_themselves() -> None:
    lines = shown("您" * 30, Trace(), Options(lang="zh", width=40)).splitlines()
    assert lines[:2] == ["原文  " + "您" * 17, "      " + "您" * 13]


def test_colour() -> None:
    text = shown("請立即處理“退款”{x}", FULL, Options(lang="zh", color=True))
    assert "\x1b[32m\x1b[1m✓ 命中\x1b[0m" in text


def test_what_is_sensitive_is_masked_everywhere() -> None:
    text = f"请致电{PHONE}"
    trace = replace(
        FULL,
        folded=text,
        candidates=[
            Candidate("privacy.mobile", 3, 14, None, "guard: public"),
            Candidate("command.urgent", 0, 14, text, None),
        ],
        frames=[Frame(0, 14, object=PHONE, rest=f"致电{PHONE}")],
        quotes=[(3, 14)],
        protected=[(3, 14, "number")],
        dropped=[("a.b", 3, 14)],
    )
    explained = shown(text, trace, Options(lang="zh"))
    assert "折叠后" not in explained
    assert PHONE not in explained
    assert "对象 “***********”" in explained
    assert PHONE not in shown(text, replace(trace, folded=f"请 致电{PHONE}"))
    assert "✗ guard: public" in explained

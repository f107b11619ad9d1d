"""Pages, mail history and signatures: gone from the text, and every character traced back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.chat.body import stripped


@pytest.mark.parametrize(
    ("raw", "style", "text"),
    [
        ("<p>您好</p><p>已<b>处理</b>&amp;回复</p>", "", "您好\n已处理&回复"),
        ("Hi<br>there<img alt='logo' src=x>", "", "Hi\nthere"),
        (
            "<div>Done.</div><blockquote>a<blockquote>b</blockquote></blockquote><p>Kim</p>",
            "",
            "Done.\nKim",
        ),
        ('<p>Done.</p><div class="gmail_quote">On Monday<p>please</p></div>', "html", "Done."),
        ("Done.\n\nOn Mon, 2 Mar 2026 at 09:01, Lee wrote:\n> please", "mail", "Done."),
        ("Done.\n在 2026年3月2日，李明 写道：\n> 请", "mail", "Done."),
        (
            "已处理。\n\n------------------ 原始邮件 ------------------\n发件人: 李明",
            "",
            "已处理。",
        ),
        ("已處理。\n\n寄件者：陳大文\n寄件日期：2026年3月2日\n請", "mail", "已處理。"),
        ("Done.\n\nFrom: Lee\nSent: Monday\nplease", "mail", "Done."),
        ("> please\nDone.\n> and this?\nYes.", "mail", "Done.\nYes."),
        ("Done.\n-- \nKim, desk 4", "mail", "Done."),
        ("好的\n\n发自我的iPhone", "mail", "好的"),
        ("Done.\nSent from my iPhone", "mail", "Done."),
        ("> only\n> this", "mail", ""),
    ],
)
def test_what_a_reader_sees(raw: str, style: str, text: str) -> None:
    body = stripped(raw, style)
    assert body is not None
    assert (body.text, body.raw) == (text, raw)
    for i, character in enumerate(text):
        if character not in "\n&":
            assert raw[slice(*body.span(i, i + 1))] == character


@pytest.mark.parametrize(
    ("raw", "style"),
    [
        ("收益<5%且>3%", ""),
        ("From: account 1\nTo: account 2", ""),
        ("a -- b\nOn it, Lee wrote", ""),
        ("-- \nnot a mail", ""),
        ("你好", "mail"),
        ("", "mail+html"),
    ],
)
def test_what_is_left_alone(raw: str, style: str) -> None:
    assert stripped(raw, style) is None


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b>", "a", "你", "&amp;", "\n", "> q\n", "-- \n", " "])
    )
)
def test_every_character_is_traced_back(parts: list[str]) -> None:
    raw = "".join(parts)
    body = stripped(raw, "mail+html")
    if body is None:
        return
    for i, character in enumerate(body.text):
        if character in "a你q":
            assert raw[slice(*body.span(i, i + 1))] == character

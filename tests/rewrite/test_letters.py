"""Capitals stand where English sentences start, and only there."""

from __future__ import annotations

import pytest

from .made import made


@pytest.mark.parametrize(
    ("text", "wording", "result"),
    [
        ("[[You must]] send it.", "Could you please", "Could you please send it."),
        ("Hi. [[you must]] send it.", "could you please", "Hi. Could you please send it."),
        ("If so, [[you must]] pay.", "We ask you to", "If so, we ask you to pay."),
        ("If so, [[you must]] pay.", "I ask you to", "If so, I ask you to pay."),
        ("If so, [[you must]] pay.", "KYC lets you", "If so, KYC lets you pay."),
        ("Well, [[do it]]. Send it.", "Could you do it?", "Well, could you do it? Send it."),
        ("[[Go]] and see", "We went.", "We went. And see"),
        ("Done. [[Go]] iPay", "We did it.", "Done. We did it. iPay"),
        ("[[快]] send it", "请", "请 send it"),
        ("[[Send]] on Monday", "Please send", "Please send on Monday"),
    ],
)
def test_capitals_stand_where_english_sentences_start(text: str, wording: str, result: str) -> None:
    assert made(text, wording) == result


@pytest.mark.parametrize(
    ("text", "copied", "wording", "result"),
    [
        ("[[Send the form now]].", "Send the form", "Please {x}", "Please send the form."),
        ("[[Call Ann Lee now]].", "Ann Lee", "Please call {x}", "Please call Ann Lee."),
        (
            "[[Alipay now]]. Use Alipay.",
            "Alipay",
            "Please open {x}",
            "Please open Alipay. Use Alipay.",
        ),
        ("[[send it now]].", "send it", "{x}, please", "send it, please."),
        ("[[You must pay]].", "pay", "{x} when you can", "Pay when you can."),
        ("[[A fee is due now]].", "A fee", "Please note: {x}", "Please note: a fee."),
        ("[[Monday now]].", "Monday", "Please come on {x}", "Please come on Monday."),
        ("[[马上 Send it]]", "Send it", "请 {x}", "请 Send it"),
        ("[[now]]", "elsewhere", "please {x}", "Please elsewhere"),
    ],
)
def test_capitals_of_copied_words(text: str, copied: str, wording: str, result: str) -> None:
    assert made(text, wording, x=copied) == result

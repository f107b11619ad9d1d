"""What is deleted leaves no mark, space or empty line behind."""

from __future__ import annotations

import pytest

from .made import made

# --- something goes


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("请[[马上]]处理", "请处理"),
        ("[[赶紧]]，好", "好"),
        ("[[赶紧]]，、好", "好"),
        ("您好，[[赶紧]]，好", "您好，好"),
        ("您好，[[赶紧]]好", "您好，好"),
        ("您好。[[赶紧]]，好", "您好。好"),
        ("您好，[[赶紧]]。好", "您好。好"),
        ("您好，[[赶紧]]", "您好"),
        ("您好，[[赶紧]]\n好", "您好\n好"),
        ("（好，[[赶紧]]）", "（好）"),
        ("（[[赶紧]]，好）", "（好）"),
        ("您好。[[赶紧]]！！好", "您好。好"),
        ("[[赶紧]]！好", "好"),
        ("您好（[[赶紧]]）", "您好"),
        ("您好「（[[赶紧]]）」", "您好"),
        ("您好（[[赶紧]]」", "您好（」"),
        ("您好\n[[赶紧]]！\n谢谢", "您好\n谢谢"),
        ("您好\r\n[[赶紧]]\r\n谢谢", "您好\r\n谢谢"),
        ("您好\r\n[[赶紧]]", "您好"),
        ("您好\n[[赶紧]]", "您好"),
        ("[[赶紧]]\n您好", "您好"),
        ("您好\n[[赶紧]]吧\n谢谢", "您好\n吧\n谢谢"),
        ("您 [[马上]] 来", "您 来"),
        ("您 [[ASAP]] 来", "您来"),
        ("您 [[A类OK]] 来", "您 来"),
        ("您 [[OK👍]] 来", "您 来"),
        ("您 [[👍OK]] 来", "您 来"),
        ("[[马上]] 来", "来"),
        ("来 [[马上]]", "来"),
        ("来 [[马上]]。", "来。"),
        ("开App[[马上]]OK", "开App OK"),
        ("开App[[马上]]", "开App"),
        ("您[[马上]] 来", "您 来"),
        ("您好\n[[马上]] 来", "您好\n来"),
        ("您好\n[[赶紧]]！来", "您好\n来"),
        ("来 [[马上]]\n谢谢", "来\n谢谢"),
        ("请（[[马上]] 来）", "请（来）"),
        ("请（来 [[马上]]）", "请（来）"),
        ("开App [[ASAP]] 来", "开App 来"),
        ("您 [[ASAP]] OK", "您 OK"),
        ("Done.[[ Now]] Call us.", "Done. Call us."),
        ("Please [[immediately]] call.", "Please call."),
        ("[[Immediately]] call.", "Call."),
        ("[[Immediately]], Ann, call.", "Ann, call."),
        ("[[immediately]] call.", "call."),
        ("Please, [[immediately]], call.", "Please, call."),
        ("Call [[immediately]].", "Call."),
        ("Call, [[immediately]].", "Call."),
        ("Call [[immediately]], please.", "Call, please."),
        ("Call ([[immediately]]) us", "Call us"),
        ("[[赶紧]]", None),
        ("👍[[赶紧]]！", None),
    ],
)
def test_what_is_deleted_leaves_no_trace(text: str, result: str | None) -> None:
    assert made(text, "") == result

"""By when a promise falls due."""

from __future__ import annotations

from datetime import datetime

import pytest

from replylint.conversation.due import due
from replylint.text.fold import fold

SAID = datetime(2026, 3, 2, 10, 30)  # a Monday


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("我们会在2小时内给您回电", "03-02 12:30"),
        ("半小時內回覆您", "03-02 11:00"),
        ("三十分钟内联系您", "03-02 11:00"),
        ("今天之内给您答复", "03-02 23:59"),
        ("明天下午三点前给您回电", "03-03 15:00"),
        ("明日上午为您处理", "03-03 12:00"),
        ("后天给您结果", "03-04 23:59"),
        ("本周五前答复您", "03-06 23:59"),
        ("下周一上午联系您", "03-09 12:00"),
        ("3月10日前到账", "03-10 23:59"),
        ("三个工作日内退回", "03-05 23:59"),
        ("7个工作日内退回", "03-11 23:59"),
        ("We will call you within 2 hours", "03-02 12:30"),
        ("I'll call you by 5 pm tomorrow", "03-03 17:00"),
        ("I'll call you by 7 pm tonight", "03-02 19:00"),
        ("We will call you by 5 pm", "03-02 17:00"),
        ("I'll update you by 5 pm on March 11.", "03-11 17:00"),
        ("You will have it by 18 March at 5 pm", "03-18 17:00"),
        ("I'll ring you on April 2nd", "04-02 23:59"),
        ("You will hear from us by Friday", "03-06 23:59"),
        ("within three business days", "03-05 23:59"),
        ("tomorrow at 9:30 am", "03-03 09:30"),
    ],
)
def test_a_time_is_read(text: str, when: str) -> None:
    found = due(fold(text).text, SAID)
    assert found is not None
    assert found.strftime("%m-%d %H:%M") == when


@pytest.mark.parametrize(
    "text",
    [
        "您好，请稍等",
        "We will get back to you",
        "两天前我打过电话",
        "two days ago",
        "2月31日前",
        "",
    ],
)
def test_what_names_no_time_ahead_is_not_due(text: str) -> None:
    assert due(fold(text).text, SAID) is None

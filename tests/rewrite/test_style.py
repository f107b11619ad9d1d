"""New words take over how a message is punctuated."""

from __future__ import annotations

import pytest

from replylint.rewrite.style import Style, adapt, read
from replylint.rewrite.template import Chunk, Origin


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("", Style()),
        ("请立即处理", Style()),
        ("您好，请处理。", Style()),
        ("您好,请处理", Style(half=True, half_brackets=True)),
        ("您好, 请稍等, 谢谢", Style(half=True, half_brackets=True, spaced=True)),
        ("您好,请稍等。", Style(half=True, half_brackets=True)),
        ("您好，请稍等.", Style(half_stop=True)),
        ("请稍等...", Style(half_stop=False)),
        ("请稍等...好", Style()),
        ("余额1,000元，收到了吗?", Style()),
        ("净值(NAV)已更新", Style(half_brackets=True)),
        ("净值（NAV）已更新,请看", Style(half=True)),
        ("他說「不行」", Style(quotes="「")),
        ("他说“不行”", Style(quotes="“")),
        ("It’s done", Style(curly=True)),
        ("It’s done, isn't it", Style()),
        ("It's done", Style()),
        ("’tis", Style()),
        ("收到吗?", Style(half=True, half_brackets=True)),
        ("A,b", Style()),
    ],
)
def test_habits_are_read_off_the_message(text: str, style: Style) -> None:
    assert read(text) == style


def test_marks_of_a_style() -> None:
    assert (Style().stop, Style().comma) == ("。", "，")
    assert (Style(half_stop=True).stop, Style(half=True).comma) == (".", ",")


def adapted(text: str, message: str) -> str:
    return "".join(chunk.text for chunk in adapt((Chunk(text),), read(message)))


@pytest.mark.parametrize(
    ("wording", "message", "result"),
    [
        ("您好，请看（这里）。", "请处理", "您好，请看（这里）。"),
        ("您好，请看（这里）。", "好的,请处理", "您好,请看(这里)。"),
        ("您好，请看。", "好的, 请处理.", "您好, 请看."),
        ("请选“同意”", "他說「不」", "请选「同意」"),
        ("請選「同意」", "他说“不”", "请選“同意”".replace("请", "請")),
        ("請選「同意」", "好", "請選「同意」"),
        ("We can't", "It’s late", "We can’t"),
        ("We can't", "late", "We can't"),
        ("您可以用App，'稳'", "It’s，好", "您可以用App，'稳'"),
    ],
)
def test_new_words_follow(wording: str, message: str, result: str) -> None:
    assert adapted(wording, message) == result


def test_copies_and_holes_are_left_alone() -> None:
    chunks = (
        Chunk("，您的"),
        Chunk("材料，清单", Origin.COPIED, 4),
        Chunk("{时间，地点}", Origin.GIVEN),
        Chunk("，也就是价格", Origin.GIVEN),
    )
    assert [chunk.text for chunk in adapt(chunks, Style(half=True))] == [
        ",您的",
        "材料，清单",
        "{时间，地点}",
        ",也就是价格",
    ]
    assert adapt(chunks, Style(half=True))[1] is chunks[1]
    assert adapt(chunks, Style(half=True))[3].origin is Origin.GIVEN

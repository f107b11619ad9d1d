"""Masks keep what may be seen, in the writer's own script."""

from __future__ import annotations

import pytest

from replylint.pii.masks import as_written, hide, last_four


@pytest.mark.parametrize(
    ("mask", "folded", "original", "written"),
    [
        ("陈**", "陈小明", "陳小明", "陳**"),
        ("陈", "陈小明", "陳小明", "陳"),
        ("l***@mail.example", "lihua@mail.example", "LiHua@Mail.Example", "L***@Mail.Example"),
        ("3*x", "31x", "31X", "3*X"),
        ("****5678", "12345678", "１２３４５６７８", "****５６７８"),
        ("", "123", "123", ""),
        ("台北市****", "台北市某路1号", "臺北市某路1號", "臺北市****"),
        ("陈**", "陈小明", "陳\u200b小明", "陈**"),
    ],
)
def test_a_mask_is_given_back_as_written(
    mask: str, folded: str, original: str, written: str
) -> None:
    assert as_written(mask, folded, original) == written


def test_separators_stay_where_they_are() -> None:
    assert hide("138 1234-5678", 3, 4) == "138 ****-5678"
    assert hide("1234", 1, 0) == "1***"


def test_a_card_shows_four_digits_whatever_its_length() -> None:
    assert last_four("4000-0000-0000-0002") == last_four("0002") == "****0002"

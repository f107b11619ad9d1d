"""Text between markup: every place of what is read leads back to where it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from replylint.serve.annotated import Annotated, Part, plain

_WORDS = st.text(st.sampled_from("a您🙂 \n"), max_size=4)
_PART = st.one_of(
    st.builds(lambda text: Part(text, text, False), _WORDS),
    st.builds(lambda markup, read: Part(markup, read, True), _WORDS, _WORDS),
)


@given(st.lists(_PART, max_size=6))
def test_text_is_found_again_where_it_stands(parts: list[Part]) -> None:
    made = Annotated(parts)
    whole = "".join(part.whole for part in parts).encode("utf-16-le")
    assert made.text == "".join(part.read for part in parts)
    for start in range(len(made.text)):
        for end in range(start + 1, len(made.text) + 1):
            first, last = made.span(start, end)
            assert 0 <= first <= last <= len(whole) // 2
            if made.plain(start, end):
                found = whole[2 * first : 2 * last].decode("utf-16-le")
                assert found == made.text[start:end]


@given(_WORDS)
def test_text_without_markup_is_all_plain(text: str) -> None:
    made = plain(text)
    assert made.text == text
    assert not text or made.plain(0, len(text))

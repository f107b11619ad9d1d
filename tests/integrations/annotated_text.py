"""Teaches schemathesis what LanguageTool's clients send as `data`: JSON of text and markup."""

from __future__ import annotations

import json

import schemathesis
from hypothesis import strategies as st

_WORDS = st.text(st.characters(codec="utf-8"), max_size=30)
_PART = st.one_of(
    st.builds(lambda text: {"text": text}, _WORDS),
    st.builds(lambda markup, read: {"markup": markup, "interpretAs": read}, _WORDS, _WORDS),
)
schemathesis.openapi.format(
    "annotated-text", st.lists(_PART, max_size=4).map(lambda a: json.dumps({"annotation": a}))
)

"""Look-up finds by any form, adding keeps the file, and old reviews are named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import GlossaryError
from replylint.glossary.edit import add, entry, find, stale
from replylint.glossary.load import read_page
from replylint.glossary.term import DIFFICULTIES, Term, TermBase

from .bases import APR, BAN, BASE, FREEZE, NAV

FILE = """\
# Kept by the wealth team.
domain: wealth  # all of it
terms:
  - id: nav  # the first
    hans: 净值
    gloss: {hans: 每一份值多少钱}

"""
VALUES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), min_size=1
) | st.sampled_from(
    ["- a", "a: b", "[x]", "a #b", "'", '"\\', "yes", "~", "*a", "？", "a|b", "{", "%", "a "]
)


def ids(terms: tuple[Term, ...]) -> list[str]:
    return [term.id for term in terms]


@pytest.mark.parametrize("query", ["nav", "NAV", "淨值", " 單位淨值 ", "Net Asset Values"])
def test_find_by_any_form(query: str) -> None:
    assert ids(find(BASE, query))[0] == "nav"


def test_find_what_is_near() -> None:
    assert ids(find(BASE, "年化利率")) == ["apr"]
    assert ids(find(BASE, "anual percentage rate"))[0] == "apr"
    assert ids(find(BASE, "账户")) == ["freeze", "hold"]
    assert ids(find(BASE, "账户", limit=1)) == ["freeze"]
    assert find(BASE, "完全无关的话题") == find(BASE, "  ") == ()


def test_add_keeps_every_character_before() -> None:
    grown = add(FILE, APR, "w.yaml")
    assert grown.startswith(FILE)
    nav, apr = (one.term for one in read_page(grown, "w.yaml").entries)
    assert (nav.id, apr) == ("nav", APR)


def test_add_writes_what_to_use_instead() -> None:
    grown = add(FILE, BAN, "w.yaml")
    assert read_page(grown, "w.yaml").entries[1].term == BAN


def test_add_takes_the_indent_and_line_ends_of_the_file() -> None:
    flat = FILE.replace("  - id", "- id").replace("    ", "  ").replace("\n", "\r\n")
    grown = add(flat.rstrip(), FREEZE)
    assert grown.startswith(flat.rstrip() + "\r\n- id: freeze\r\n  hans: 账户冻结\r\n")
    assert "\n" not in grown.replace("\r\n", "")


def test_add_starts_a_new_file() -> None:
    grown = add("", replace(APR, domain="loans"))
    assert grown.startswith("domain: loans\nterms:\n  - id: apr\n")


@pytest.mark.parametrize(
    ("text", "term", "says"),
    [
        (FILE, NAV, r'w\.yaml:4:5: the id "nav" is taken'),
        (FILE, replace(NAV, id="other"), '"净值" is there'),
        (FILE + "  - oops\n", APR, "must be a mapping"),
        ("domain: x\nterms: []\n", APR, "cannot be added to"),
        (FILE + "ignore: [余额]\n", APR, "cannot be added to"),
        ("ignore: [余额]\n", APR, '"terms:" is missing'),
        (FILE, replace(APR, gloss_en="a " * 16), "16 words"),
        (FILE, replace(APR, id="A P R"), "no id"),
        (FILE, replace(APR, aliases=(" a",)), "cannot be added to"),
    ],
)
def test_add_refuses(text: str, term: Term, says: str) -> None:
    with pytest.raises(GlossaryError, match=says):
        add(text, term, "w.yaml")


@given(st.lists(VALUES, min_size=4, max_size=4, unique=True), st.sampled_from(DIFFICULTIES))
def test_an_entry_reads_back_as_it_was(values: list[str], difficulty: str) -> None:
    name, alias, plain, source = (value.strip() or "x" for value in values)
    term = Term("x", hans=name, aliases=(alias,), gloss_en="a", plain_hans=plain, source=source)
    term = replace(term, difficulty=difficulty, domain=alias, reviewed="2026-11-24")
    try:
        (read,) = read_page("domain: d\nterms:\n" + entry(term), "x").entries
    except GlossaryError as fault:
        assert "can be seen" in str(fault)  # noqa: PT017 - an alias of marks alone
    else:
        assert read.term == term


def test_stale_counts_months() -> None:
    base = TermBase(
        Term(id, hans=id, reviewed=reviewed)
        for id, reviewed in [("a", "2026-03-15"), ("b", "2026-03"), ("c", "2026-03-14"), ("d", "")]
    )
    assert ids(stale(base, "2027-03-15", 12)) == ["b", "c", "d"]
    assert ids(stale(base, "2026-03-20", 12)) == ["d"]
    assert ids(stale(base, "2026-04-20", 1)) == ["a", "b", "c", "d"]

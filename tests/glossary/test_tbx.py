"""Our TBX is what the schemas of TBX-Basic ask for, in both styles, and theirs is read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.glossary.exchange import import_terms
from replylint.glossary.load import bundled, load
from replylint.glossary.tbx_write import to_tbx
from replylint.glossary.term import STATUSES, Term

from .bases import BASE, NAV
from .tbx_shape import faults

STYLES = pytest.mark.parametrize("style", ["dct", "dca"])
TEXT = st.text(st.sampled_from("净淨aB1<&>\"' ."), max_size=5).map(str.strip)
TERMS = st.builds(
    Term,
    id=st.sampled_from(["a", "1a", "2-fa"]),
    hans=TEXT,
    en=TEXT.filter(bool),
    tw=TEXT,
    aliases=st.lists(TEXT.filter(bool), max_size=2, unique=True).map(tuple),
    gloss_hans=TEXT,
    gloss_hant=TEXT,
    plain_hant=TEXT,
    plain_en=TEXT,
    status=st.sampled_from(STATUSES),
    use=st.sampled_from(["", "gone", "2-fa"]),
    reviewed=st.sampled_from(["", "2026-11", "2026-11-24"]),
)

# A file as a term manager writes it: who changed what when, graphics, sources, contexts, other
# languages, indented sentences. All of it made up.
OTHERS_DCT = """<?xml version="1.0" encoding="utf-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
    xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p>made by hand</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="C1">
      <transacGrp><basic:transactionType>origination</basic:transactionType>
        <date>2019-02-03</date>
        <basic:responsibility target="http://example.org/kim">Kim</basic:responsibility></transacGrp>
      <transacGrp><basic:transactionType>modification</basic:transactionType>
        <date>2021-05-06</date></transacGrp>
      <min:subjectField>Cards</min:subjectField>
      <basic:xGraphic target="https://example.org/a.png">a.png</basic:xGraphic>
      <basic:crossReference target="C2">see also</basic:crossReference>
      <note>from the old binder</note>
      <langSec xml:lang="en-GB">
        <descripGrp><basic:definition>Money a bank
              sets aside.</basic:definition><basic:source>handout</basic:source></descripGrp>
        <termSec><term>hold on the card</term>
          <min:partOfSpeech>noun</min:partOfSpeech>
          <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
          <descripGrp><basic:context>There is a hold on the card.</basic:context></descripGrp>
        </termSec>
        <termSec><term>card block</term>
          <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
      </langSec>
      <langSec xml:lang="zh-TW"><termSec><term>卡片圈存</term></termSec></langSec>
      <langSec xml:lang="es"><termSec><term>retención</term></termSec></langSec>
    </conceptEntry>
    <conceptEntry id="C2">
      <basic:definition>一张卡最多能花的钱。</basic:definition>
      <langSec xml:lang="zh-CN"><termSec><term>卡片上限</term></termSec></langSec>
    </conceptEntry>
    <conceptEntry id="C3">
      <langSec xml:lang="es"><termSec><term>tope</term></termSec></langSec>
    </conceptEntry>
  </body></text>
</tbx>"""


def other_style(text: str) -> str:
    """The same file in DCA style."""
    for kind, element in {
        "transactionType": "transac",
        "responsibility": "transacNote",
        "subjectField": "descrip",
        "definition": "descrip",
        "context": "descrip",
        "xGraphic": "xref",
        "crossReference": "ref",
        "source": "admin",
        "partOfSpeech": "termNote",
        "administrativeStatus": "termNote",
    }.items():
        text = re.sub(rf"<(?:min|basic):{kind}\b", f'<{element} type="{kind}"', text)
        text = re.sub(rf"</(?:min|basic):{kind}>", f"</{element}>", text)
    return re.sub(r'\s+xmlns:\w+="[^"]*"', "", text).replace('"dct"', '"dca"')


@STYLES
def test_the_bundled_terms_are_valid_and_come_back(style: str) -> None:
    terms = load([bundled()]).terms
    written = to_tbx(terms, style)
    assert faults(written) == []
    assert import_terms(written, "tbx") == terms


@STYLES
@given(TERMS)
def test_any_term_is_valid_and_comes_back(style: str, term: Term) -> None:
    written = to_tbx([term], style)
    assert faults(written) == []
    assert import_terms(written, "tbx") == (term,)


@STYLES
def test_no_terms_at_all(style: str) -> None:
    assert faults(to_tbx([], style)) == []
    assert import_terms(to_tbx([], style), "tbx") == ()


@STYLES
def test_ids_that_look_like_names_of_others(style: str) -> None:
    rival = Term("nav-hans-name", hans="别的", use="nav", status="admitted")
    written = to_tbx([NAV, rival], style)
    assert faults(written) == []
    assert import_terms(written, "tbx") == (NAV, rival)


def test_categories_are_elements_in_dct_and_attributes_in_dca() -> None:
    dct, dca = (to_tbx(BASE.terms, style) for style in ("dct", "dca"))
    assert "<min:subjectField>general</min:subjectField>" in dct
    assert '<descrip type="subjectField">general</descrip>' in dca


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id="nav"', ""),
        ('id="nav"', 'id="9nav"'),
        ('xml:lang="zh-Hans"', ""),
        ("<date>2026-11-24", "<date>2026-11"),
        ("preferredTerm-admn-sts", "preferred"),
        ("min:subjectField", "basic:subjectField"),
        ("<basic:definition>", "<basic:context>"),
        ('style="dct"', 'style="dca"'),
        ("<term>净值</term>", ""),
        ('target="nav"', 'target="navv"'),
        ("</tbxHeader>", "</tbxHeader>text"),
    ],
)
def test_the_judge_of_shapes_sees_faults(old: str, new: str) -> None:
    dated = Term("dated", hans="别的", use="nav", status="admitted", reviewed="2026-11-24")
    written = to_tbx([NAV, dated])
    assert old in written
    broken = written.replace(old, new)
    broken = (
        broken.replace("</basic:definition>", "</basic:context>") if "context" in new else broken
    )
    assert faults(broken)


def test_the_others_file_is_a_valid_one() -> None:
    assert faults(OTHERS_DCT) == faults(other_style(OTHERS_DCT)) == []


@pytest.mark.parametrize("text", [OTHERS_DCT, other_style(OTHERS_DCT)], ids=["dct", "dca"])
def test_a_file_made_elsewhere(text: str) -> None:
    left: list[str] = []
    hold, block, limit = import_terms(text, "tbx", "t.tbx", left)
    assert (hold.id, hold.en, hold.tw or hold.hant) == ("c1", "hold on the card", "卡片圈存")
    assert (hold.gloss_en, hold.domain) == ("Money a bank sets aside", "Cards")
    assert (hold.reviewed, hold.use, hold.status) == ("2021-05-06", "", "preferred")
    assert (block.en, block.status, block.use) == ("card block", "deprecated", "c1")
    assert (limit.hans, limit.gloss_hans, limit.gloss_en) == ("卡片上限", "一张卡最多能花的钱", "")
    line = text[: text.index('id="C3"')].count("\n") + 1
    assert left == [f"t.tbx:{line}: has no name in Chinese or English"]

"""CSV and TBX carry every term out and back, and take what other tools write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import GlossaryError, UsageError
from replylint.glossary.exchange import FORMATS, export_terms, from_csv, import_terms
from replylint.glossary.load import bundled, load
from replylint.glossary.term import DIFFICULTIES, STATUSES, Term

from .bases import BASE

TEXT = st.text(st.sampled_from("净值淨aB1 ,;|\\\"'<&>=+-@："), max_size=8).map(str.strip)
SCRIPTED = st.text(st.sampled_from("净淨aB<|\\"), min_size=1, max_size=6)
TERMS = st.builds(
    Term,
    id=st.just("x"),
    hans=TEXT.filter(bool),
    hant=TEXT,
    tw=TEXT,
    hk=TEXT,
    en=TEXT,
    aliases=st.lists(SCRIPTED, max_size=3, unique=True).map(tuple),
    gloss_hans=TEXT,
    gloss_en=TEXT,
    plain_hant=TEXT,
    status=st.sampled_from(STATUSES),
    use=st.sampled_from(["", "other"]),
    difficulty=st.sampled_from(DIFFICULTIES),
    domain=TEXT.filter(bool),
    source=TEXT,
    reviewed=st.sampled_from(["", "2026-11", "2026-11-24"]),
)


@pytest.mark.parametrize("format", FORMATS)
def test_the_bundled_terms_come_back(format: str) -> None:
    terms = load([bundled()]).terms
    assert import_terms(export_terms(terms, format), format) == terms


@pytest.mark.parametrize("format", FORMATS)
@given(TERMS)
def test_any_term_comes_back(format: str, term: Term) -> None:
    assert import_terms(export_terms([term], format), format) == (term,)


def test_an_unknown_format() -> None:
    for call in (lambda: export_terms(BASE.terms, "tbxx"), lambda: import_terms("", "tbxx")):
        with pytest.raises(UsageError, match='did you mean "tbx"'):
            call()


def test_csv_as_a_spreadsheet_saves_it() -> None:
    text = '\ufeffen,hans,aliases\r\nNet asset value,净值,NAV|单位净值\r\n,,\r\n,"债\r\n券",\r\n'
    nav, bond = from_csv(text)
    assert (nav.id, nav.aliases) == ("net-asset-value", ("NAV", "单位净值"))
    assert (bond.id, bond.hans) == ("term-2", "债\r\n券")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("hans,statu\n", 1, 'did you mean "status"'),
        ("hans,hans\n", 1, "twice"),
        ("id,domain\n", 1, "add hans, hant or en"),
        ("hans\n甲\n乙,丙\n", 3, "2 cells for 1 columns"),
        ("id,hans\na,甲\na,乙\n", 3, "twice"),
        ('hans\n"甲\n甲"\n"乙', 4, "not CSV"),
        ("hans,status\n甲,good\n", 2, "no status"),
        ("hans,difficulty\n甲,hard\n", 2, "no difficulty"),
        ("hans,reviewed\n甲,soon\n", 2, "no date"),
        (f"hans,gloss_hans\n甲,{'乙' * 31}\n", 2, "31 characters"),
        ("id,hans\na,\n", 2, "has no name"),
    ],
)
def test_csv_refuses(text: str, line: int, says: str) -> None:
    with pytest.raises(GlossaryError, match=says) as caught:
        from_csv(text, "t.csv")
    assert caught.value.origin is not None
    assert (caught.value.origin.path, caught.value.origin.line) == ("t.csv", line)


DCT = """<?xml version="1.0" encoding="utf-8"?>
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
 <tbxHeader><fileDesc><sourceDesc><p>made up</p></sourceDesc></fileDesc></tbxHeader>
 <text><body><conceptEntry id="C5">
  <min:subjectField>funds</min:subjectField>
  <langSec xml:lang="en"><descripGrp><basic:definition>what one
unit is worth</basic:definition></descripGrp>
   <termSec><term>net asset value</term>
    <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
   <termSec><term>NAV</term></termSec>
   <termSec><term>net price</term>
    <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
  <langSec xml:lang="fr"><termSec><term>valeur liquidative</term></termSec></langSec>
 </conceptEntry></body></text></tbx>"""

MARTIF = """<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader/><text><body>
 <termEntry id="nav">
  <langSet xml:lang="zh-TW"><descrip type="definition">每份<hi>多少</hi>錢</descrip>
   <ntig><termGrp><term>淨值</term></termGrp></ntig></langSet>
  <langSet xml:lang="zh-CN"><tig><term>净值</term></tig></langSet>
 </termEntry>
 <termEntry><langSet xml:lang="de"><tig><term>Wert</term></tig></langSet></termEntry>
</body></text></martif>"""


def test_tbx_in_the_other_style() -> None:
    term, wrong = import_terms(DCT, "tbx")
    assert (term.id, term.en, term.aliases, term.domain) == (
        "c5",
        "net asset value",
        ("NAV",),
        "funds",
    )
    assert term.gloss_en == "what one unit is worth"
    assert (wrong.id, wrong.en, wrong.status, wrong.use) == (
        "c5-not-1",
        "net price",
        "forbidden",
        "c5",
    )


def test_tbx_of_the_version_before() -> None:
    (term,) = import_terms(MARTIF, "tbx")
    assert (term.id, term.hans, term.hant, term.gloss_hant) == ("nav", "净值", "淨值", "每份多少錢")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<tbx>", r"t\.tbx:1:6: is not XML"),
        ("", "is not XML"),
        ("<html/>", 'not TBX but "html"'),
        ('<!DOCTYPE t [<!ENTITY a "b">]><tbx/>', "entities are not allowed"),
        ("<tbx>\ud800</tbx>", "lone surrogate"),
        (MARTIF.replace("<termEntry>", '<termEntry id="nav">').replace('"de"', '"en"'), "twice"),
    ],
)
def test_tbx_refuses(text: str, says: str) -> None:
    with pytest.raises(GlossaryError, match=says):
        import_terms(text, "tbx", "t.tbx")

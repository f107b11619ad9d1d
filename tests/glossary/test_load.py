"""Folders of YAML become a term base; whatever is not meant is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint.errors import GlossaryError
from replylint.glossary.load import load, read_page

HEAD = "domain: wealth\nsource: us\nreviewed: 2026-11-24\nterms:\n"
NAV = "  - id: nav\n    hans: 净值\n    gloss: {hans: 每一份值多少钱}\n"


def folder(tmp_path: Path, name: str = "one", **files: str) -> Path:
    made = tmp_path / name
    made.mkdir()
    for stem, text in files.items():
        (made / f"{stem}.yaml").write_text(text, encoding="utf-8")
    return made


def test_a_term_takes_what_its_file_says_for_all(tmp_path: Path) -> None:
    more = "  - {id: apr, en: APR, gloss: {en: yearly cost}, source: law, reviewed: 2020-01}\n"
    nav, apr = load([folder(tmp_path, a=HEAD + NAV + more)]).terms
    assert (nav.domain, nav.source, nav.reviewed) == ("wealth", "us", "2026-11-24")
    assert (apr.domain, apr.source, apr.reviewed) == ("wealth", "law", "2020-01")
    assert (nav.status, nav.difficulty, nav.aliases) == ("preferred", "common", ())


def test_every_key_arrives(tmp_path: Path) -> None:
    text = HEAD + (
        "  - id: a-1\n    hans: 甲\n    hant: 乙\n    tw: 丙\n    hk: 丁\n    en: ay\n"
        "    also: [A, 戊]\n    gloss: {hans: 一, hant: 二, en: three}\n"
        "    plain: {hans: 四, hant: 五, en: six}\n    status: admitted\n    level: expert\n"
        "    domain: own\n"
    )
    (term,) = load([folder(tmp_path, a=text)]).terms
    assert (term.hans, term.hant, term.tw, term.hk, term.en) == ("甲", "乙", "丙", "丁", "ay")
    assert term.aliases == ("A", "戊")
    assert [term.gloss(s) for s in ("hans", "hant", "en")] == ["一", "二", "three"]
    assert [term.plain(s) for s in ("hans", "hant", "en")] == ["四", "五", "six"]
    assert (term.status, term.difficulty, term.domain) == ("admitted", "expert", "own")


def test_later_folders_win_by_id_and_by_form(tmp_path: Path) -> None:
    first = folder(tmp_path, "first", a=HEAD + NAV, ignore="ignore: [余额]")
    by_id = folder(tmp_path, "by_id", a=HEAD + NAV.replace("每一份值多少钱", "单价"))
    by_form = folder(tmp_path, "by_form", a=HEAD + NAV.replace("nav", "house"), b="ignore: [密码]")
    assert [term.gloss_hans for term in load([first, by_id]).terms] == ["单价"]
    both = load([first, by_form])
    owner = both.named("净值")
    assert owner is not None
    assert (owner.id, len(both)) == ("house", 2)
    assert both.ignore == {"余额", "密码"}


def test_an_override_also_wins_over_what_came_between(tmp_path: Path) -> None:
    rival = NAV.replace("nav", "rival")
    folders = [
        folder(tmp_path, "a", a=HEAD + NAV),
        folder(tmp_path, "b", a=HEAD + rival),
        folder(tmp_path, "c", a=HEAD + NAV),
    ]
    owner = load(folders).named("净值")
    assert owner is not None
    assert owner.id == "nav"


def test_folders_in_folders_and_other_files(tmp_path: Path) -> None:
    outer = folder(tmp_path, a="# nothing yet\n")
    folder(outer, "inner", b=HEAD + NAV)
    (outer / "README.md").write_text("[", encoding="utf-8")
    assert [term.id for term in load([outer]).terms] == ["nav"]


@pytest.mark.parametrize(
    ("item", "place", "says"),
    [
        ("  - id: nav\n    hans: 净值\n    gloss: {hans: x}\n    statu: x\n", "8:5", '"status"'),
        ("  - id: nav\n    hans: 净值\n    hans: 净值\n", "7:5", "twice; first on line 6"),
        ("  - id: Nav\n    hans: 净值\n", "5:9", "no id"),
        ("  - hans: 净值\n", "5:5", 'needs an "id"'),
        ("  - id: nav\n", "5:5", "has no name"),
        ("  - id: nav\n    hans: 净值\n", "5:5", "not explained"),
        ("  - id: nav\n    hans: 净值\n    gloss: {fr: x}\n", "7:13", "known keys: hans"),
        (f"  - id: nav\n    hans: 净\n    gloss: {{hans: {'值' * 31}}}\n", "7:19", "31 characters"),
        (f"  - id: nav\n    hans: 净\n    gloss: {{en: {'a ' * 16}}}\n", "7:17", "16 words"),
        ("  - {id: nav, hans: 净, gloss: {hans: x}, status: good}\n", "5:50", "no status"),
        ("  - {id: nav, hans: 净, gloss: {hans: x}, level: exprt}\n", "5:49", '"expert"'),
        ("  - {id: nav, hans: 净, status: forbidden}\n", "5:5", "what to use"),
        ("  - {id: nav, hans: 净, use: nvv}\n", "5:5", 'names no term: "nvv"'),
        ("  - {id: nav, hans: 净, use: nav}\n", "5:5", "circle: nav → nav"),
        ("  - {id: nav, hans: 净, gloss: {hans: x}, reviewed: 2026-13-01}\n", "5:52", "no date"),
        ('  - {id: nav, hans: 净, gloss: {hans: x}, also: ["\\u200b"]}\n', "5:49", "be seen"),
        ("  - {id: nav, hans: [净]}\n", "5:21", "hans must be text"),
    ],
)
def test_refuses_a_term(tmp_path: Path, item: str, place: str, says: str) -> None:
    made = folder(tmp_path, a=HEAD + item)
    with pytest.raises(GlossaryError) as caught:
        load([made])
    assert str(caught.value.origin) == f"{made / 'a.yaml'}:{place}"
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("terms: []", '"domain" is missing'),
        ("domain: x", 'needs "terms" or "ignore"'),
        ("domain: x\nreviewed: soon\nterms: []", "no date"),
        ("domain: x\nterm: []", '"terms"'),
        ("- a", "must be a mapping"),
        ("domain: x\nterms: 1", "must be a list"),
    ],
)
def test_refuses_a_file(text: str, says: str) -> None:
    with pytest.raises(GlossaryError, match=says):
        read_page(text, "a.yaml")


def test_refuses_an_id_or_a_form_twice_in_one_folder(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r'b\.yaml:5:5: the id "nav" is taken.*a\.yaml:5:5'):
        load([folder(tmp_path, "ids", a=HEAD + NAV, b=HEAD + NAV)])
    traditional = NAV.replace("nav", "other").replace("净值", "淨值")
    with pytest.raises(GlossaryError, match=r'b\.yaml:5:5: "淨值" names "other" and "nav"'):
        load([folder(tmp_path, "forms", a=HEAD + NAV, b=HEAD + traditional)])


def test_refuses_a_circle_of_use(tmp_path: Path) -> None:
    circle = "  - {id: a, hans: 甲, use: b}\n  - {id: b, hans: 乙, use: a}\n"
    with pytest.raises(GlossaryError, match="circle: a → b → a"):
        load([folder(tmp_path, "circle", a=HEAD + circle)])


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="is not there"):
        load([tmp_path / "gone"])

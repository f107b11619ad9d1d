"""`replylint glossary`: terms looked up, added, exchanged and reviewed."""

from __future__ import annotations

import json

import pytest

from .conftest import Ran, Shell

TERMS = """\
domain: wealth
source: own wording
reviewed: 2020-01-01
terms:
  - id: nav
    hans: 净值
    hant: 淨值
    en: net asset value
    also: [NAV]
    gloss: {hans: 每一份现在值多少钱, hant: 每一份現在值多少錢, en: what one unit is worth now}
  - id: wrong-nav
    hans: 净价值
    status: forbidden
    use: nav
"""


@pytest.fixture
def house(shell: Shell) -> Shell:
    shell.write("house/wealth.yaml", TERMS)
    return shell


def glossary(shell: Shell, *words: str) -> Ran:
    return shell("glossary", *words, "--glossary", "./house")


def test_terms_are_listed(house: Shell) -> None:
    ran = glossary(house, "list")
    assert ran.out.splitlines() == [
        "nav        净值 · 淨值 · net asset value",
        "wrong-nav  净价值  (forbidden, use nav)",
    ]
    assert json.loads(glossary(house, "list", "--format", "json").out)[0]["id"] == "nav"
    assert glossary(house, "list", "--domain", "cards").out == ""


def test_a_word_is_looked_up_in_either_script(house: Shell) -> None:
    for word in ("淨值", "NAV", "nav", "net asset"):
        ran = glossary(house, "lookup", word)
        assert ran.code == 0
        assert ran.out.startswith("nav\n  hans  净值\n")
    assert "每一份现在值多少钱" in glossary(house, "lookup", "净值").out
    assert glossary(house, "lookup", "保险").code == 1


def test_a_term_is_added(house: Shell) -> None:
    path = house.folder / "house" / "wealth.yaml"
    gloss = ("--gloss-hans", "最多能取走的钱", "--gloss-hant", "最多能取走的錢")
    words = ("glossary", "add", str(path), "--hans", "额度", "--hant", "額度", "--en", "limit")
    assert house(*words, *gloss, "--gloss-en", "the most you may take").code == 0
    assert path.read_text("utf-8").startswith(TERMS)
    assert "limit" in glossary(house, "lookup", "額度").out
    ran = house(*words, *gloss)
    assert (ran.code, "is taken" in ran.err) == (2, True)
    ran = house("glossary", "add", str(path), "--hans", "利率")
    assert (ran.code, "no id" in ran.err) == (2, True)
    ran = house("glossary", "add", str(path), "--en", "rate", "--status", "best")
    assert (ran.code, '"best" is no status' in ran.err) == (2, True)


@pytest.mark.parametrize("format", ["csv", "tbx", "xlsx"])
def test_terms_go_out_and_come_back(house: Shell, format: str) -> None:
    if format == "xlsx":
        pytest.importorskip("openpyxl")
        assert glossary(house, "export", "--format", format).code == 2
    assert glossary(house, "export", "--format", format, "--output", f"t.{format}").code == 0
    assert house("glossary", "import", f"t.{format}", "--into", "again/wealth.yaml").code == 0
    first = glossary(house, "list", "--format", "json").out
    assert house("glossary", "list", "--format", "json", "--glossary", "./again").out == first
    ran = house("glossary", "import", f"t.{format}", "--into", "again/wealth.yaml")
    assert (ran.code, 'the id "nav" is taken' in ran.err) == (2, True)


def test_an_import_that_is_wrong_adds_nothing(house: Shell) -> None:
    house.write("t.csv", "id,hans,status\na,甲词,\nb,乙词,best\n")
    ran = house("glossary", "import", "t.csv", "--into", "new.yaml")
    assert (ran.code, ran.err.startswith("t.csv:3: ")) == (2, True)
    assert not (house.folder / "new.yaml").exists()
    house.write("t.xyz", "")
    assert house("glossary", "import", "t.xyz", "--into", "new.yaml").code == 2
    assert house("glossary", "import", "none.csv", "--into", "new.yaml").code == 2


def test_terms_nobody_reviewed_are_stale(house: Shell) -> None:
    ran = glossary(house, "stale")
    assert ran.code == 1
    assert ran.out.startswith("nav ")
    assert glossary(house, "stale", "--months", "1200").code == 0


def test_the_base_is_checked(house: Shell) -> None:
    ran = glossary(house, "check")
    assert (ran.code, "nav: was last reviewed 2020-01-01\n" in ran.out) == (1, True)
    ran = glossary(house, "check", "--months", "1200")
    assert (ran.code, ran.out) == (0, "2 terms, 0 faults\n")
    entry = "- {id: x, hans: 复利, gloss: {hans: 利息也生利息}}"
    house.write("house/more.yaml", f"{TERMS.partition('terms:')[0]}terms:\n  {entry}\n")
    ran = glossary(house, "check")
    assert (ran.code, "x: has no name or explanation in en" in ran.out) == (1, True)
    assert "缺少" in glossary(house, "check", "--lang", "zh").out
    house.write("house/more.yaml", "domain: a\nterms:\n  - {id: x, hnas: 复利}\n")
    ran = glossary(house, "check")
    assert (ran.code, 'did you mean "hans"?' in ran.err) == (2, True)


def test_terms_that_are_not_fit_are_left_out_when_asked(house: Shell) -> None:
    long = "words " * 16
    house.write("t.csv", f"id,en,gloss_en,status,use\na,ay,one thing\nb,bee\nc,see,{long}\n")
    ran = house("glossary", "import", "t.csv", "--into", "new.yaml")
    assert (ran.code, (house.folder / "new.yaml").exists()) == (2, False)
    rows = "id,en,gloss_en,status,use\na,ay,one thing\nb,bee\nc,old bee,,forbidden,b\n"
    house.write("t.csv", rows)
    ran = house("glossary", "import", "t.csv", "--into", "new.yaml")
    assert (ran.code, '"b" is not explained' in ran.err, "--skip" in ran.err) == (2, True, True)
    ran = house("glossary", "import", "t.csv", "--into", "new/a.yaml", "--skip")
    assert (ran.code, 'left out: t.csv: "c" leads to "b"' in ran.err) == (3, True)
    listed = house("glossary", "list", "--glossary", "./new").out
    assert listed == "a  ay\n"


def test_a_house_base_over_another_tells_what_it_won(house: Shell) -> None:
    house.write("own/w.yaml", TERMS.replace("每一份现在值多少钱", "一份的价钱"))
    both = ("--glossary", "./house", "--glossary", "./own")
    ran = house("glossary", "lookup", "nav", *both)
    assert "  hans  = 一份的价钱\n" in ran.out
    assert "  at own/w.yaml:5\n  replaces the one at house/wealth.yaml:5\n" in ran.out
    ran = house("glossary", "check", "--months", "1200", *both)
    assert (ran.code, "own/w.yaml:5: nav: replaces" in ran.err) == (0, True)

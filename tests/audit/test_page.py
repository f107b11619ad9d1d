"""The page in a real browser: read, sorted, filtered, switched and steered by keys as people do."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from replylint.api.linter import Linter
from replylint.audit.ledger import Ledger
from replylint.audit.page import About, case_lines, page
from replylint.audit.rows import CaseRow, Chunk, ConversationRow, FindingRow, ReplyRow

from .browser import Browser, browser, missing

_BEGUN = datetime(2026, 1, 5, 8, 0)
_RULES = (
    ("command.urgent-imperative", "command", "warning"),
    ("threat.outcome-known", "threat", "error"),
    ("vague.asap", "vague", "info"),
    ("privacy.cn-mobile", "privacy", "warning"),
)


def _finding(n: int) -> FindingRow:
    rule, topic, severity = _RULES[n % 4]
    excerpt = json.dumps(
        (f"第{n}条，请您", "立即", "处理<b>", "customer: 在吗？"), ensure_ascii=False
    )
    return FindingRow(
        *(n // 3, "chat.csv", f"c-{n // 3}", f"m-{n}", n % 3, rule, topic, severity, "high", 3, 5),
        *(False, f"A-{n % 7}", "card", ("chat", "phone", None)[n % 3]),
        _BEGUN + timedelta(minutes=37 * (n % 5000)),
        n / 1e6,
        excerpt=excerpt,
    )


def _case(no: int, kind: str) -> CaseRow:
    turns = [
        {
            "role": "customer",
            "text": "我很生气😡，钱呢？",
            "mood": -2,
            "time": "2026-01-05 09:00:00",
        },
        {
            "role": "agent",
            "agent": "A-1",
            "text": "😀请立即处理，否则后果自负。",
            "marks": [
                [2, 4, "command.urgent-imperative", "warning"],
                [9, 13, _RULES[1][0], "error"],
            ],
            "proposal": "我们正在协助您处理此事。",
        },
        {"role": "customer", "text": "<script>alert(1)</script>", "mood": -1},
    ]
    shown = {"conversation": f"c-{no}", "path": "chat.csv", "channel": "chat", "queue": None}
    shown |= {"lang": None, "agent": "A-1", "turns": turns, "left_out": 0, "whole": []}
    return CaseRow(no, kind, 20 - no, json.dumps(shown))


def _ledger(findings: int) -> Ledger:
    ledger = Ledger(("error", "warning"), listed=100_000, cases=5, limits=(900.0,))
    conversations = [
        ConversationRow(
            *(n, "chat.csv", f"c-{n}", ("chat", "phone")[n % 2], "card", None, f"A-{n % 7}"),
            _BEGUN + timedelta(hours=n % 700),
            *(6, 3, 1, n % 2, 1, 0, 30.0 * (n % 90), 40.0 * (n % 90), 3600.0 * (n % 90)),
            n % 5 == 0,
            "-2 0 1",
            None,
        )
        for n in range(300)
    ]
    replies = [
        ReplyRow(
            f"A-{n % 7}", "card", ("chat", "phone")[n % 2], _BEGUN + timedelta(hours=n), 20, n % 9
        )
        for n in range(400)
    ]
    replies.append(ReplyRow("A-rare", "card", "chat", _BEGUN, 3, 2))
    cases = [_case(n, kind) for n in range(6) for kind in ("worst", "best")]
    ledger.add(Chunk(conversations, [_finding(n) for n in range(findings)], replies, cases))
    return ledger.done()


@pytest.fixture(scope="module")
def rules() -> Linter:
    return Linter()


def _written(ledger: Ledger, rules: Linter, lang: str = "zh") -> str:
    about = About(rules.rules, lang, "0.1", {"response": {"default": 86400.0, "chat": 900.0}})
    return page(ledger, about)


def test_the_page_names_nothing_outside_itself(rules: Linter) -> None:
    text = _written(_ledger(50), rules)
    assert "default-src 'none'" in text
    assert "'unsafe-inline'" not in text
    namespaces = text.replace("http://www.w3.org/2000/svg", "")
    assert not re.findall(r"https?://|//cdn|@import|url\(|\bfetch\(|XMLHttp|src=", namespaces)
    assert "<b>" not in text.split("application/json", 1)[1].split("</script>")[0]


def test_cases_are_exported_with_their_label() -> None:
    rows = [json.loads(line) for line in case_lines(_ledger(5))]
    assert [row["label"] for row in rows] == ["bad"] * 5 + ["good"] * 5
    assert rows[0]["turns"][1]["proposal"]


def test_more_findings_than_a_page_holds_leave_the_worst() -> None:
    ledger = Ledger(("error",), listed=100)
    ledger.add(Chunk(findings=[_finding(n) for n in range(600)]))
    kept = ledger.done().listed
    assert len(kept) == 100
    assert {row.severity for row in kept} == {"error"}
    assert ledger.findings == 600


needs_browser = pytest.mark.skipif(bool(missing()), reason=missing() or "-")


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as one:
        yield one


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, rules: Linter) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(_written(_ledger(900), rules), encoding="utf-8")
    return path


@pytest.fixture
def seen(window: Browser, written: Path) -> Browser:
    window.size(1280, 900)
    window.open(written)
    window.wait("return document.querySelectorAll('.item').length > 0")
    return window


def _picture(seen: Browser, name: str) -> None:
    """Effect: keep a picture where REPLYLINT_PICTURES says, for people to look at."""
    folder = os.environ.get("REPLYLINT_PICTURES")
    if folder:
        seen.picture(Path(folder) / f"{name}.png")


@needs_browser
def test_the_verdict_stands_first_and_nothing_is_complained_of(seen: Browser) -> None:
    seen.complaints()
    seen.script("location.reload()")
    seen.wait("return document.querySelectorAll('.item').length > 0")
    assert "每 100 条回复中约有" in seen.text("main")[:80]
    assert seen.count("#time-body svg rect.bar") > 10
    assert seen.count("#hours-body svg .whisker") > 10
    assert seen.count("#who-body tbody tr") == 8
    assert not seen.complaints()


@needs_browser
def test_a_column_sorts_by_click_and_by_key(seen: Browser) -> None:
    first = "#rules-body tbody tr:first-child"
    seen.click('#rules-body [data-key="severity"]')
    assert "错误" in seen.text(first)
    seen.press("Enter")
    assert "提示" in seen.text(first)
    sort = "return document.querySelector('#rules-body th[aria-sort=ascending]').textContent"
    assert "级别" in seen.script(sort)


@needs_browser
def test_the_list_is_filtered_and_only_what_is_in_sight_is_made(seen: Browser) -> None:
    assert "900 / 900" in seen.text("#count")
    assert seen.count(".item") < 60
    seen.choose("#filter-severity", "0")
    assert "225 / 900" in seen.text("#count")
    seen.write("#filter-search", "第101条")
    assert "1 / 900" in seen.text("#count")
    assert "第101条" in seen.text(".item")
    assert seen.text(".item mark") == "立即"
    assert "<b>" in seen.text(".item"), "what customers wrote is text, never markup"
    seen.click("#reset")
    seen.write("#filter-from", "01052026")
    seen.write("#filter-to", "01052026")
    shown = int(seen.text("#count").split(" / ")[0].split()[-1])
    assert 0 < shown < 100


@needs_browser
def test_a_rule_leads_to_its_findings(seen: Browser) -> None:
    seen.click("#rules-body tbody tr:first-child button.link")
    assert "225 / 900" in seen.text("#count")
    seen.click('#who-body [data-key="name"]')
    assert seen.count(".item") > 0


@needs_browser
def test_lines_are_picked_with_the_keyboard(seen: Browser) -> None:
    seen.script("document.getElementById('port').focus()")
    seen.press("Down", "Down")
    assert (
        seen.script("return document.activeElement.getAttribute('aria-activedescendant')")
        == "item-1"
    )
    assert "customer: 在吗？" in seen.text("#detail")
    seen.press("End")
    assert (
        seen.script("return document.getElementById('item-899').getAttribute('aria-selected')")
        == "true"
    )


@needs_browser
def test_everything_can_be_reached_with_tab(seen: Browser) -> None:
    reached = set()
    for _ in range(140):
        seen.press("Tab")
        reached.add(
            seen.script(
                "const e = document.activeElement; const p = e.closest('section, header');"
                "return p ? p.id || p.tagName : e.className"
            )
        )
    wanted = {"skip", "HEADER", "time", "rules", "who", "compare", "waits", "cases", "findings"}
    assert wanted <= reached


@needs_browser
def test_the_language_is_switched_and_stays_with_what_was_chosen(seen: Browser) -> None:
    seen.choose("#filter-severity", "0")
    seen.click("#langs button:nth-child(2)")
    assert "of 100 replies need another wording" in seen.text("#verdict")
    assert seen.script("return document.documentElement.lang") == "en"
    assert "225 of 900" in seen.text("#count")
    body = seen.script(
        "const c = document.querySelector('main').cloneNode(true);"
        "const theirs = '.item .text + .text, .case, #detail, #langs';"
        "c.querySelectorAll(theirs).forEach((e) => e.remove());"
        "return c.textContent"
    )
    assert not re.findall("[\u4e00-\u9fff]+", body)


def _contrasts(seen: Browser) -> list[float]:
    """Of every text colour against what lies behind it."""
    return list(
        seen.script(
            """
            const light = (c) => { const [r, g, b] = c.map((v) => (v /= 255) <= 0.03928 ? v / 12.92
              : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
            const behind = (e) => { for (; e; e = e.parentElement) {
              const c = rgb(getComputedStyle(e).backgroundColor);
              if (c.length < 4 || c[3] === 1) return c.slice(0, 3); } return [255, 255, 255]; };
            const found = [];
            for (const e of document.querySelectorAll('main *, header *')) {
              if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
              if (e.closest('svg, noscript, script')) continue;
              const a = light(rgb(getComputedStyle(e).color)), b = light(behind(e));
              found.push((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
            }
            return found;
            """
        )
    )


@needs_browser
@pytest.mark.parametrize("theme", [2, 3])
def test_text_stands_out_in_light_and_dark(seen: Browser, theme: int) -> None:
    seen.click(f"#themes button:nth-child({theme})")
    assert min(_contrasts(seen)) >= 4.5
    _picture(seen, ("light", "dark")[theme - 2])


@needs_browser
def test_the_system_decides_on_dark_unless_somebody_does(seen: Browser) -> None:
    seen.size(1280, 900, scheme="dark")
    ground = "return getComputedStyle(document.body).backgroundColor"
    assert seen.script(ground) == "rgb(20, 23, 26)"
    seen.click("#themes button:nth-child(2)")
    assert seen.script(ground) == "rgb(255, 255, 255)"


@needs_browser
def test_nothing_sticks_out_on_a_phone(seen: Browser, written: Path) -> None:
    seen.size(390, 844, phone=True)
    seen.open(written)
    seen.wait("return document.querySelectorAll('.item').length > 0")
    assert seen.script("return document.documentElement.scrollWidth") == 390
    _picture(seen, "phone")


@needs_browser
def test_cases_show_marks_the_proposal_and_no_markup_of_customers(seen: Browser) -> None:
    assert seen.text(".case mark.w") == "立即"
    assert seen.text(".case mark.e") == "后果自负"
    assert "我们正在协助您处理此事。" in seen.text(".plan")
    assert "<script>alert(1)</script>" in seen.text(".case")
    seen.script("document.querySelector('.picks [aria-selected=true]').focus()")
    seen.press("Down")
    assert seen.text(".case b") == "c-1"
    seen.click("#cases-body [role=tab]:nth-child(2)")
    assert seen.count(".picks button") == 5


@needs_browser
def test_two_parts_are_compared(seen: Browser) -> None:
    seen.choose("#pick-a", "channel=phone")
    seen.choose("#pick-b", "channel=chat")
    assert "A" in seen.text("#compare-body thead")
    assert seen.count("#compare-body tbody tr") >= 4


@needs_browser
def test_it_prints_with_cases_and_findings(seen: Browser) -> None:
    printed = seen.printed()
    assert printed.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) > 3


@needs_browser
def test_a_hundred_thousand_findings_are_filtered_and_sorted(
    window: Browser, tmp_path: Path, rules: Linter
) -> None:
    path = tmp_path / "large.html"
    path.write_text(_written(_ledger(100_000), rules), encoding="utf-8")
    window.open(path)
    window.wait("return document.querySelectorAll('.item').length > 0", seconds=60)
    window.write("#filter-search", "第99999条")
    assert "1 / 100,000" in window.text("#count")
    window.click("#reset")
    window.click('[data-head="rule"]')
    assert window.count(".item") < 60
    window.script("document.getElementById('port').scrollTop = 3e6")
    window.wait("return document.querySelector('.item').id > 'item-4'")

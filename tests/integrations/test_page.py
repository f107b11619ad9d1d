"""The page in a real Chromium, driven as a person would: by keys and clicks, and looked at."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.serve.serving import Served, serving, settings

playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.integrations,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install -y chromium"),
]

BAD = "请立即处理,逾期后果自负。利率按LPR加50个基点计算。"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as play:
        made = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def page(browser: Any, served: Served) -> Iterator[Any]:
    """The page as a Chinese browser opens it; what its console complains of fails the test."""
    context = browser.new_context(viewport=WIDE, locale="zh-CN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    made = context.new_page()
    complaints: list[str] = []
    elsewhere: list[str] = []
    made.on("console", lambda said: complaints.append(said.text))
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on("request", lambda r: None if r.url.startswith(served.url) else elsewhere.append(r.url))
    made.goto(served.url)
    yield made
    assert complaints == []
    assert elsewhere == []
    context.close()


def write(page: Any, text: str) -> None:
    page.keyboard.insert_text(text)
    settled(page)


def settled(page: Any) -> None:
    """Until what is on the screen is about what stands in the field."""
    page.wait_for_timeout(200)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(50)


def value(page: Any) -> str:
    said: str = page.input_value("#reply")
    return said


def test_what_is_typed_is_marked_and_explained(page: Any) -> None:
    assert page.evaluate("document.activeElement.id") == "reply"
    page.keyboard.type("请立即")
    settled(page)
    page.keyboard.type("处理")
    settled(page)
    assert page.inner_text("mark.warning") == "立即"
    assert page.inner_text("#decision") == "建议修改"
    assert page.inner_text("#counts") == "1 处"
    card = page.inner_text("#findings li")
    assert "“立即”加在要客户做的事上" in card
    assert "为什么：" in card
    assert "手册 §3.1" in card


def test_a_clean_reply_may_go(page: Any) -> None:
    write(page, "您好，您的退款申请已提交，预计3个工作日内到账。")
    assert page.inner_text("#decision") == "可以发送"
    assert page.inner_text("#nothing") == "没有发现问题。"
    assert page.is_hidden("#proposal")


def test_the_keyboard_is_enough(page: Any) -> None:
    write(page, BAD)
    count = page.locator("#findings li").count()
    assert count >= 3
    page.keyboard.press("F8")
    assert page.evaluate("getSelection().toString()") == "立即"
    assert page.inner_text("#findings li.current code") == "command.urgent-imperative"
    page.keyboard.press("Shift+F8")
    assert page.locator("#findings li").last.evaluate("e => e.className").endswith("current")
    page.keyboard.press("F8")
    page.keyboard.press("Alt+Enter")
    settled(page)
    assert value(page).startswith("我们正在协助您处理此事")
    assert value(page).endswith(BAD[5:])
    page.keyboard.press("Control+z")  # as any other typing
    settled(page)
    assert value(page) == BAD
    page.keyboard.press("Control+Enter")
    settled(page)
    assert "立即" not in value(page)
    assert "后果自负" not in value(page)
    assert page.inner_text("#decision") == "可以发送"


def test_and_so_is_the_mouse(page: Any) -> None:
    page.click("#examples button >> nth=0")
    settled(page)
    proposal = page.locator("#changes").evaluate(
        "e => [...e.childNodes].filter(n => n.nodeName !== 'DEL').map(n => n.textContent).join('')"
    )
    page.click("#copy")
    assert page.evaluate("navigator.clipboard.readText()") == proposal
    page.locator("#findings li", has_text="threat").locator(".head").click()
    assert page.evaluate("getSelection().toString()") == "后果自负"
    page.locator("#findings li.current .fix button").first.click()
    settled(page)
    assert "后果自负" not in value(page)
    page.click("#accept")
    settled(page)
    assert page.locator("#findings li.error, #findings li.warning").count() == 0


def test_a_caret_in_a_mark_shows_its_card(page: Any) -> None:
    write(page, BAD)
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#findings li.current code") == "command.urgent-imperative"


def test_terms_have_their_gloss(page: Any) -> None:
    write(page, BAD)
    terms = page.inner_text("#terms")
    assert "贷款市场报价利率 · 未解释" in terms
    assert "每月公布一次" in terms
    box = page.locator("mark", has_text="LPR").first.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 8)
    assert "每月公布一次" in page.inner_text("#tip")
    page.mouse.move(5, 5)
    assert page.is_hidden("#tip")


def test_marks_stand_under_their_words(page: Any) -> None:
    """Whatever is written: characters of two units, lines, words that wrap."""
    write(page, "🙂您好\n\n" + "感谢您的耐心等待 thank you " * 12 + "🙂,请立即处理。\n")
    mark = page.locator("mark.warning").bounding_box()
    page.mouse.dblclick(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
    assert "立即" in page.evaluate("getSelection().toString()")
    field = page.locator("#reply").evaluate("e => e.scrollHeight - e.clientHeight")
    assert field <= 1  # it grows with its text: nothing scrolls away from its marks


def test_marks_move_with_the_words_while_the_answer_is_awaited(page: Any) -> None:
    write(page, "请立即处理")
    page.route("**/v1/check", lambda route: None)  # no answer comes
    page.keyboard.press("Home")
    page.keyboard.type("您好,")
    assert page.inner_text("mark.warning") == "立即"
    assert page.inner_text("#marks").startswith("您好,请立即处理")


def test_channel_reader_and_recipient_change_the_verdict(page: Any) -> None:
    write(page, "您的贷款利率按LPR加50个基点计算,您尾号6789的账户余额为5,312.07元。")
    before = page.inner_text("#findings")
    page.select_option("#audience", "senior")
    settled(page)
    assert page.locator("#findings li.error", has_text="LPR").count() == 1
    page.select_option("#recipient", "third_party")
    settled(page)
    assert page.inner_text("#findings") != before


@pytest.mark.parametrize(
    ("language", "title", "decision"),
    [("en", "Your reply", "Better revised"), ("zh-Hant", "回覆內容", "建議修改")],
)
def test_it_speaks_three_languages(page: Any, language: str, title: str, decision: str) -> None:
    write(page, "请立即处理")
    page.check(f"[name=language][value={language}]", force=True)
    settled(page)
    assert page.evaluate("document.documentElement.lang") == language
    assert page.inner_text("label.title") == title
    assert page.inner_text("#decision") == decision
    assert ("turns what the customer" in page.inner_text("#findings")) == (language == "en")
    page.reload()
    assert page.inner_text("label.title") == title  # remembered; the reply is not
    assert value(page) == ""


def test_the_languages_have_the_same_words(page: Any) -> None:
    keys = page.evaluate(
        "import('./page/words.js').then(({LANGUAGES}) => Object.values(LANGUAGES).map(l =>"
        " Object.entries(l).map(([k, v]) => k + (v.length ?? Object.keys(v))).map("
        " k => k.replace(/\\d+$/, '')).sort().join()))"
    )
    assert len(keys) == 3
    assert len(set(keys)) == 1


def test_everything_has_a_name_for_those_who_hear_it(page: Any) -> None:
    write(page, BAD)
    nameless = page.evaluate(
        """[...document.querySelectorAll('button, input, select, textarea, a')].filter(e =>
        e.offsetParent && !(e.getAttribute('aria-label') || e.textContent.trim()
        || e.labels?.[0]?.textContent.trim())).map(e => e.outerHTML)"""
    )
    assert nameless == []
    assert page.get_attribute("#verdict", "role") == "status"
    assert page.locator("#findings .head[aria-expanded=true]").count() <= 1


def test_a_server_that_is_gone_is_said_and_found_again(browser: Any, tmp_path: Path) -> None:
    settings(tmp_path)
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    with serving(tmp_path) as served:
        page.goto(served.url)
        page.context.set_offline(True)
        page.keyboard.type("请立即处理")
        page.wait_for_selector("#trouble:not([hidden])")
        assert "does not answer" in page.inner_text("#trouble")
        assert page.input_value("#reply") == "请立即处理"
        page.context.set_offline(False)
        page.wait_for_selector("mark.warning", timeout=10_000)
        assert page.is_hidden("#trouble")
    context.close()


def test_where_a_key_is_needed_it_is_asked_for(browser: Any, tmp_path: Path) -> None:
    settings(tmp_path, '[serve]\nkeys = ["env:THE_KEY"]\n')
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    with serving(tmp_path, THE_KEY="geheim") as served:
        page.goto(served.url)
        page.keyboard.type("请立即处理")
        page.fill("#key", "geheim", timeout=10_000)
        page.keyboard.press("Tab")
        page.wait_for_selector("mark.warning")
        assert page.is_hidden("#trouble")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_it_fits_and_can_be_read(
    browser: Any, served: Served, scheme: str, size: dict[str, int]
) -> None:
    """Nothing sticks out, and words stand out from their ground by 4.5 to 1 (WCAG AA)."""
    context = browser.new_context(viewport=size, color_scheme=scheme, locale="zh-CN")
    page = context.new_page()
    page.goto(served.url)
    write(page, BAD)
    page.keyboard.press("F8")
    page.wait_for_timeout(300)
    if folder := os.environ.get("REPLYLINT_PICTURES"):
        page.screenshot(path=f"{folder}/page-{scheme}-{size['width']}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert page.evaluate(CONTRAST) == []
    context.close()


CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = (color) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const color = rgb(getComputedStyle(e).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.offsetParent || e.closest('#marks, .skip, option')) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) bad.push(`${e.className || e.nodeName}: ${ratio.toFixed(2)}`);
  }
  return bad;
}"""

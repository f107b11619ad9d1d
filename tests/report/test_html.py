from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from replylint.model import FileResult, Source, Trouble
from replylint.report.options import Options

from .cases import (
    ERROR,
    INFO,
    PHONE,
    SAFE,
    SHOW,
    finding,
    fix,
    in_file,
    in_message,
    one,
    report,
    rule,
)

VOID = {"meta", "input"}
OPTIONS = Options(lang="zh", rules={"command.urgent": rule()}, docs="https://example.com/rules")


class Page(HTMLParser):
    """Which tags a page has, what stands in them, and whether they are closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.texts.setdefault(tag, [])
        if tag not in {*VOID, "td"}:  # a cell ends with the next one
            self.open.append(tag)
        self.texts[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in {*self.open} & {*self.texts}:
            self.texts[tag][-1] += data


def test_a_finding() -> None:
    found = one("您好\n请⟦立即⟧<b>处理", "尽早", says="“立即”像<i>命令")
    page = Page(report("html", [found], OPTIONS))
    assert page.texts["h2"] == ["a.md"]
    assert page.texts["mark"] == ["立即"]
    assert page.texts["pre"] == ["请立即<b>处理", "改为 请立即尽早<b>处理 --unsafe-fixes"]
    assert page.texts["del"] == ["立即"]
    assert page.texts["ins"] == ["尽早"]
    assert page.texts["code"] == ["command.urgent"] * 2
    assert "“立即”像<i>命令" in page.texts["p"]
    assert "为何 客户会觉得被指使。（手册 §3.1）" in page.texts["p"]
    links = [attrs["href"] for tag, attrs in page.tags if tag == "a"]
    assert links == ["https://example.com/rules/command.urgent.md"] * 2


def test_the_page_needs_nothing_from_elsewhere() -> None:
    shown = report("html", [one("⟦立即⟧")], Options(lang="en"))
    page = Page(shown)
    assert not {"script", "link", "img", "iframe", "a"} & {tag for tag, _ in page.tags}
    assert "url(" not in shown
    assert "@import" not in shown
    policies = [attrs.get("content") for tag, attrs in page.tags if tag == "meta"]
    assert "default-src 'none'; style-src 'unsafe-inline'" in policies
    assert ("html", {"lang": "en"}) in page.tags


def test_summary_statistics_and_filters() -> None:
    text = "您" * 4
    fixes = (fix(0, 1, "x", SAFE),)
    result = in_file(
        text,
        finding(0, 1, severity=ERROR, fixes=fixes),
        finding(1, 2, severity=INFO, fixes=(fix(1, 2, "x"), fix(1, 2, "y", SHOW))),
        finding(2, 3, rule="vague.soon"),
    )
    result = replace(result, suppressed=result.findings[:1])
    page = Page(report("html", [result], OPTIONS))
    assert page.texts["p"][0] == "1 个文件，1 条消息：1 个错误，1 个警告，1 个提示。"
    assert page.texts["p"][2] == (
        "1 个已豁免，--fix 可改 1 个，--unsafe-fixes 再改 1 个（需人工过目）。"
    )
    boxes = [attrs["id"] for tag, attrs in page.tags if tag == "input"]
    assert boxes == ["error", "warning", "info"]
    assert page.texts["tr"] == ["2command.urgent“…”像是在下命令", "1vague.soon"]
    kinds = [attrs["class"] for tag, attrs in page.tags if tag == "article"]
    assert kinds == ["error", "info", "warning"]
    assert [text.split(" ")[0] for text in page.texts["pre"]] == [
        "您您您您", "改为", "您您您您", "改为", "参考", "您您您您"
    ]  # fmt: skip


def test_clean_results_have_no_section() -> None:
    page = Page(report("html", [in_file("您好")], OPTIONS))
    assert page.texts["p"] == ["1 个文件，1 条消息：没有发现问题。"]
    assert "section" not in page.texts


def test_messages_and_troubles() -> None:
    late = Trouble("too <slow>", None, 3, 1, "m-7", "c-9", "clarity.long")
    stream = replace(in_message("您", finding(0, 0), conversation="c-9"), incomplete=(late,))
    lost = FileResult(Source("b&c.md", ""), errors=(Trouble("lost", "b&c.md"),))
    page = Page(report("html", [stream, lost], Options(lang="en")))
    assert page.texts["h2"] == ["<stdin>", "b&c.md"]
    assert page.texts["mark"] == [""]
    assert "not checked c-9 m-7 clarity.long 3:1" in page.texts["p"]
    assert "too <slow>" in page.texts["p"]
    assert "warning command.urgent c-9/m-1 1:1" in page.texts["p"]
    assert "cannot be read " in page.texts["p"]


def test_a_fix_that_would_repeat_what_is_masked_is_not_shown() -> None:
    text = f"请立即致电{PHONE}"
    private = finding(5, 16, sensitive=True)
    shown = report("html", [in_file(text, finding(1, 3, fixes=(fix(0, 16, text),)), private)])
    assert PHONE not in shown
    assert "不予显示" in shown


def test_it_can_be_encoded_whatever_the_text() -> None:
    report("html", [in_file("\ud800\x00", finding(0, 2, "\udfff"), path="\udcff")]).encode()

"""For readers: one page that needs no network and no script, fit to print, light or dark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby
from typing import TextIO

from ..model import FileResult, Fix, Placed, Safety, Severity, Summary, Trouble
from .excerpt import becomes, excerpt
from .options import Options
from .view import View
from .width import printable
from .words import (
    FLAGS,
    besides,
    counted,
    in_language,
    listed,
    mendable,
    sentence,
    severity,
    words,
)

_WIDTH = 160  # columns of a shown line
_STYLE = """
:root{color-scheme:light dark;--ink:#1c1e21;--quiet:#5f6670;--paper:#fff;--card:#f6f7f9;
--line:#d8dce2;--error:#b3261e;--warning:#8a5a00;--info:#0b63a5;--good:#1a7f37;
--mark:#ffe9a8;--ins:#d7f5dd;--del:#fbdcd9}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8eb;--quiet:#9aa3ad;--paper:#14171a;
--card:#1d2125;--line:#343a41;--error:#ff8a80;--warning:#ffc766;--info:#7cc4ff;--good:#7ee2a0;
--mark:#5a4800;--ins:#143d22;--del:#4f1d1a}}
body{margin:0 auto;max-width:60rem;padding:1.5rem;background:var(--paper);color:var(--ink);
font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin-top:2rem;overflow-wrap:anywhere}
article,.trouble{background:var(--card);border:1px solid var(--line);border-left:.3rem solid;
border-radius:.3rem;margin:.8rem 0;padding:.6rem .9rem;break-inside:avoid}
.error{border-left-color:var(--error)}.warning{border-left-color:var(--warning)}
.info{border-left-color:var(--info)}b.error{color:var(--error)}b.warning{color:var(--warning)}
b.info{color:var(--info)}b.good{color:var(--good)}p{margin:.25rem 0}
.where,.why,small{color:var(--quiet);font-size:.88rem}.says{font-weight:600}
pre{margin:.4rem 0;white-space:pre-wrap;overflow-wrap:anywhere;
font:15px/1.7 ui-monospace,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace}
mark{background:var(--mark);color:inherit;border-radius:.15rem}
mark:empty::before{content:"\\2038"}
ins{background:var(--ins);text-decoration:none}del{background:var(--del)}
table{border-collapse:collapse}td{padding:.15rem .9rem .15rem 0;vertical-align:top}
td:first-child{text-align:right;font-variant-numeric:tabular-nums}
body:has(#error:not(:checked)) article.error,body:has(#warning:not(:checked)) article.warning,
body:has(#info:not(:checked)) article.info{display:none}
@media print{body{max-width:none;padding:0;font-size:11pt}.filters{display:none}}
"""


def write(
    results: Iterable[FileResult], summary: Callable[[], Summary], stream: TextIO, options: Options
) -> None:
    """Effect: write the page. It is kept in memory until the summary, which stands first."""
    page = _Page(options)
    sections = [
        section
        for path, group in groupby(results, key=lambda result: result.source.path)
        if (section := page.section(path, group))
    ]
    stream.writelines(page.head(summary()))
    stream.writelines(sections)
    stream.write("</main>\n</body>\n</html>\n")


class _Page:
    def __init__(self, options: Options) -> None:
        self._options = options
        self._lang = options.lang
        self._words = words(options.lang)

    def head(self, summary: Summary) -> Iterator[str]:
        """Everything above the findings."""
        policy = "default-src 'none'; style-src 'unsafe-inline'"
        lang = "zh-Hans" if self._lang == "zh" else "en"
        yield f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n'
        yield '<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield f"<title>replylint</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        yield f"<h1>replylint</h1>\n{self._counts(summary)}{self._filters(summary)}"
        yield f"{self._besides(summary)}{self._statistics(summary)}"

    def section(self, path: str | None, results: Iterable[FileResult]) -> str:
        """Everything said of one path; empty when nothing is."""
        parts: list[str] = []
        for result in results:
            parts += [self._trouble(failed, "error") for failed in result.errors]
            parts += [self._trouble(missed, "warning") for missed in result.incomplete]
            view = View(result)
            parts += [self._finding(view, placed) for placed in result.findings]
        heading = f"<h2>{_text(path or '<stdin>')}</h2>"
        return f"<section>\n{heading}\n{''.join(parts)}</section>\n" if parts else ""

    def _counts(self, summary: Summary) -> str:
        seen = [counted(summary.messages, "message", self._lang)]
        if summary.files:
            seen.insert(0, counted(summary.files, "file", self._lang))
        found = [
            f'<b class="{level}">{_text(counted(summary.findings[level], level, self._lang))}</b>'
            for level in Severity
            if summary.findings.get(level)
        ]
        numbers = listed(found, self._lang) or f'<b class="good">{_text(self._words.clean)}</b>'
        within = self._words.within.format(_text(listed(seen, self._lang)), numbers)
        return f"<p>{within}{self._words.stop}</p>\n"

    def _filters(self, summary: Summary) -> str:
        boxes = [
            f'<label><input type="checkbox" id="{level}" checked> {severity(level, self._lang)}'
            "</label> "
            for level in Severity
            if summary.findings.get(level)
        ]
        return f'<p class="filters">{"".join(boxes)}</p>\n' if len(boxes) > 1 else ""

    def _besides(self, summary: Summary) -> str:
        parts = [*besides(summary, self._lang), *mendable(summary, self._lang)]
        return f"<p>{_text(listed(parts, self._lang) + self._words.stop)}</p>\n" if parts else ""

    def _statistics(self, summary: Summary) -> str:
        rows = []
        for rule, count in sorted(summary.rules.items(), key=lambda item: (-item[1], item[0])):
            known = self._options.rules.get(rule)
            says = sentence(known.message, self._lang) if known else ""
            rows.append(f"<tr><td>{count:,}<td>{self._rule(rule)}<td>{_text(says)}</tr>\n")
        return f"<table>\n{''.join(rows)}</table>\n" if rows else ""

    def _finding(self, view: View, placed: Placed) -> str:
        finding, place = placed.finding, view.place(placed)
        level = severity(finding.severity, self._lang)
        who = "/".join(part for part in (placed.conversation, placed.message) if part)
        shown = excerpt(view, place, _WIDTH)
        marked = _text(shown.marked)
        parts = [
            f'<article class="{finding.severity}">\n<p class="where">',
            f'<b class="{finding.severity}">{level}</b> {self._rule(finding.rule)} ',
            f"{_text(f'{who} ' if who else '')}{place.line}:{place.column}</p>\n",
            f'<p class="says">{_text(view.sentence(placed))}</p>\n',
            f"<pre>{_text(shown.before)}<mark>{marked}</mark>{_text(shown.after)}</pre>\n",
            self._why(finding.rule),
            *(self._fix(view, fix) for fix in view.fixes(placed)),
        ]
        if len(view.fixes(placed)) < len(finding.fixes):
            parts.append(f"<p><small>{_text(self._words.withheld)}</small></p>\n")
        return "".join([*parts, "</article>\n"])

    def _why(self, rule_id: str) -> str:
        rule = self._options.rules.get(rule_id)
        if rule is None:
            return ""
        source = self._words.source.format(rule.source) if rule.source else ""
        reason = in_language(rule.reason, self._lang) + source
        return f'<p class="why">{_text(self._words.why)} {_text(reason)}</p>\n'

    def _fix(self, view: View, fix: Fix) -> str:
        label = self._words.idea if fix.safety is Safety.SHOW else self._words.becomes
        tags = {"=": ("", ""), "-": ("<del>", "</del>"), "+": ("<ins>", "</ins>")}
        changed = "".join(
            f"{tags[op][0]}{_text(words)}{tags[op][1]}"
            for op, words in becomes(view, fix.edits, _WIDTH)
        )
        flag = f" <small>{FLAGS[fix.safety]}</small>" if fix.safety in FLAGS else ""
        return f"<pre><small>{_text(label)}</small> {changed}{flag}</pre>\n"

    def _rule(self, rule: str) -> str:
        page = self._options.page(rule)
        code = f"<code>{_text(rule)}</code>"
        return f'<a href="{escape(page)}" rel="noreferrer">{code}</a>' if page else code

    def _trouble(self, trouble: Trouble, level: str) -> str:
        label = self._words.failed if level == "error" else self._words.incomplete
        numbers = ":".join(str(n) for n in (trouble.line, trouble.column) if n is not None)
        about = (trouble.conversation, trouble.message, trouble.rule, numbers)
        where = " ".join(part for part in about if part)
        head = f'<b class="{level}">{_text(label)}</b> {_text(where)}'
        says = _text(trouble.text)
        return f'<div class="trouble {level}"><p class="where">{head}</p>\n<p>{says}</p></div>\n'


def _text(text: str) -> str:
    return escape(printable(text))

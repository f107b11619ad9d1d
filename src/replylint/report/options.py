"""What a report needs to know besides the findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import Severity
from ..rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """How to say it.

    ``lang`` is ``zh`` or ``en``: the language of labels and reasons. ``color`` is decided
    (report.colour.wanted), ``width`` is the terminal's in columns. ``rules`` gives reasons and
    sources by rule id; a finding without its rule there is shown without them. ``docs`` is the
    address under which the rule pages are published (``https://…/docs/rules``), empty when they are
    not. ``fail_level`` is the lowest severity that fails a run. ``version`` is the tool's.
    """

    lang: str = "en"
    color: bool = False
    width: int = 100
    statistics: bool = False
    rules: Mapping[str, Rule] = field(default_factory=dict)
    docs: str = ""
    fail_level: Severity = Severity.WARNING
    version: str = ""

    def page(self, rule: str) -> str | None:
        """The address of a rule's page, None when pages are not published."""
        return f"{self.docs.rstrip('/')}/{rule}.md" if self.docs else None

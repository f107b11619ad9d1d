"""Numbers for Prometheus: of requests, decisions, rules and times; never a word of a message."""

from __future__ import annotations

from collections import Counter as Tally
from typing import Any, TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.gc_collector import GCCollector
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

from .. import __version__
from .desk import Answer, Desk

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_Metric = TypeVar("_Metric", Counter, Histogram)
_BUCKETS = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5, 10)


class Metrics:
    """One server's counters. Labels come from the rules and the interface, never from a request."""

    def __init__(self) -> None:
        registry = self._registry = CollectorRegistry()
        self._children: dict[tuple[object, tuple[str, ...]], Any] = {}
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=registry)
        self._requests = Counter(
            "replylint_requests", "Requests answered.", ("route", "status"), registry=registry
        )
        self._seconds = Histogram(
            "replylint_request_seconds",
            "From the first byte of a request to its answer.",
            ("route",),
            buckets=_BUCKETS,
            registry=registry,
        )
        self._messages = Counter(
            "replylint_messages", "Messages checked.", ("decision",), registry=registry
        )
        self._findings = Counter(
            "replylint_findings", "Findings.", ("rule", "severity"), registry=registry
        )
        self._check = Histogram(
            "replylint_check_seconds",
            "Linting one message and proposing another.",
            buckets=_BUCKETS,
            registry=registry,
        )
        self._reloads = Counter(
            "replylint_reloads", "Reloads of rules and settings.", ("outcome",), registry=registry
        )
        self._rules = Gauge("replylint_rules", "Rules that are on.", registry=registry)
        about = Gauge("replylint_info", "What runs.", ("version",), registry=registry)
        about.labels(__version__).set(1)
        for outcome in ("done", "refused"):
            self._reloads.labels(outcome)

    def request(self, route: str, status: int, seconds: float) -> None:
        self._child(self._requests, route, str(status)).inc()
        self._child(self._seconds, route).observe(seconds)

    def answer(self, answer: Answer) -> None:
        result = answer.result
        self._child(self._messages, result.decision.value).inc()
        self._check.observe(answer.nanoseconds / 1e9)
        if result.findings:
            counted = Tally((each.rule, each.severity.value) for each in result.findings)
            for labels, count in counted.items():
                self._child(self._findings, *labels).inc(count)

    def _child(self, metric: _Metric, *labels: str) -> _Metric:
        """The one counter of these labels; the library's own way to it takes longer."""
        found = self._children.get((metric, labels))
        if found is None:
            found = self._children[metric, labels] = metric.labels(*labels)
        return found

    def loaded(self, desk: Desk, *, again: bool) -> None:
        self._rules.set(len(desk.ruleset().rules))
        if again:
            self._reloads.labels("done").inc()

    def refused(self) -> None:
        """A reload whose packs or settings are wrong."""
        self._reloads.labels("refused").inc()

    def text(self) -> bytes:
        return generate_latest(self._registry)

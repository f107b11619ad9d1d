"""The detectors beside presidio-analyzer, on the same Chinese rows, in one run.

    python -m venv beside && beside/bin/pip install -r benchmarks/requirements-beside.txt
    PYTHONPATH=src beside/bin/python benchmarks/privacy_beside.py [CORPUS]

Rows: the leaks and the harmless sentences of tests/pii that hold Chinese, which are ours (our
detectors were written beside them: the figure says little of us and much of the other), and the
Chinese rows of the corpus beside the repository, where it is there. A labelled stretch is found
when a hit of any type touches it; a false alarm is a row without a label in which
something is found.

Presidio runs as it is delivered: all its recognizers for English (it has none for Chinese), scores
from 0.4, without a model of names, whose types are therefore left out on both sides; so are days,
links and places. No value is printed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

Row = tuple[str, str, list[tuple[int, int]]]  # where from, text, labelled stretches
Find = Callable[[str], list[tuple[int, int]]]
ONLY_OURS = ("person-name", "postal-address", "balance-amount", "transaction", "health")


def ours() -> Find:
    from replylint.pii import DETECTORS, Public, candidates
    from replylint.text.fold import fold

    left_out = {*ONLY_OURS, "weak-mask", "joined-masks"}

    def find(text: str) -> list[tuple[int, int]]:
        folded = fold(text)
        return [
            folded.span(hit.start, hit.end)
            for detector in candidates(folded.text)
            if detector.name not in left_out
            for hit in DETECTORS[detector.name].find(folded.text, Public())
        ]

    return find


def presidio() -> Find:
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

    blank = spacy.blank("en")
    # its list of domains is the one it brings: looking for a newer one is not what is timed
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())

    class Blank(NlpEngine):
        """Words without a model."""

        def load(self) -> None: ...
        def is_loaded(self) -> bool:
            return True

        def process_text(self, text: str, language: str) -> NlpArtifacts:
            doc = blank(text)
            words = [token.text.lower() for token in doc]
            starts = [token.idx for token in doc]
            return NlpArtifacts([], doc, starts, words, self, language)

        def process_batch(self, texts: Any, language: str, **_: Any) -> Any:
            for text in texts:
                yield text, self.process_text(text, language)

        def is_stopword(self, word: str, language: str) -> bool:
            return False

        def is_punct(self, word: str, language: str) -> bool:
            return not word.isalnum()

        def get_supported_entities(self) -> list[str]:
            return []

        def get_supported_languages(self) -> list[str]:
            return ["en"]

    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    analyzer = AnalyzerEngine(
        registry=registry,
        nlp_engine=Blank(),
        supported_languages=["en"],
        default_score_threshold=0.4,
    )
    nobodys = {"DATE_TIME", "URL", "LOCATION", "NRP", "ORGANIZATION", "PERSON"}
    wanted = [name for name in analyzer.get_supported_entities("en") if name not in nobodys]

    def find(text: str) -> list[tuple[int, int]]:
        return [(r.start, r.end) for r in analyzer.analyze(text, "en", entities=wanted)]

    return find


def chinese(text: str) -> bool:
    return any("\u4e00" <= ch <= "\u9fff" for ch in text)


def rows(corpus: Path) -> list[tuple[str, str, list[tuple[int, int]]]]:
    from privacy import ENTITIES, PHONES, _labels, _rows
    from tests.pii.test_leaks import LEAKS
    from tests.pii.test_no_leaks import SILENT

    found: list[Row] = []
    for name, text, value in LEAKS:
        if name not in ONLY_OURS and chinese(text):
            kind = "phones" if name in PHONES and name != "cn-mobile" else name
            at = text.index(value)
            found.append((f"own: {kind}", text, [(at, at + len(value))]))
    found += [("own: harmless", text, []) for text in SILENT if chinese(text)]
    for path in sorted(corpus.glob("*.jsonl")) if corpus.is_dir() else ():
        for row in _rows(path):
            text, labels = str(row["text"]), _labels(row)
            if not chinese(text):
                continue
            by_kind: dict[str, list[tuple[int, int]]] = {}
            for start, end, entity in labels:
                names = ENTITIES.get(entity, ())
                if names and names[0] not in ONLY_OURS:
                    kind = "phones" if names == PHONES else names[0]
                    by_kind.setdefault(kind, []).append((start, end))
            found += [(f"corpus: {kind}", text, spans) for kind, spans in by_kind.items()]
            if not labels and row["entity"] == "NONE":
                found.append(("corpus: harmless", text, []))
    return found


def main(arguments: list[str]) -> int:
    corpus = Path(arguments[0]) if arguments else ROOT.parent / "shared" / "corpus" / "privacy"
    table = rows(corpus)
    groups = sorted({group for group, _, _ in table})
    print(f"{len(table)} rows\n{'':<28}{'replylint':<20}{'presidio-analyzer':<20}")
    results = {}
    for name, find in (("replylint", ours()), ("presidio", presidio())):
        find("手机13812345678")  # what is made by the first search is not timed
        counts = {group: [0, 0] for group in groups}
        spent = 0.0
        for group, text, labels in table:
            begin = time.perf_counter()
            hits = find(text)
            spent += time.perf_counter() - begin
            if not labels:
                counts[group][0] += bool(hits)
                counts[group][1] += 1
            for start, end in labels:
                counts[group][0] += any(a < end and start < b for a, b in hits)
                counts[group][1] += 1
        results[name] = (counts, len(table) / spent)
    for group in groups:
        said = "false alarms" if group.endswith("harmless") else "found"
        line = "".join(
            f"{f'{hits}/{of} {100 * hits / of:.0f} %':<20}"
            for hits, of in (results[name][0][group] for name in results)
        )
        print(f"{group:<28}{line}{said}")
    speeds = [speed for _, speed in results.values()]
    print(f"{'messages a second':<28}" + "".join(f"{speed:<20,.0f}" for speed in speeds))
    print(f"{'':<28}{speeds[0] / speeds[1]:.1f} times as many")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Recall, precision and exact spans of the privacy detectors on the corpus beside the repository.

    python benchmarks/privacy.py [--misses] [CORPUS]

A labelled stretch counts as found when hits of the detectors for its type touch it, as exact when
one hit is it. A hit is right when it touches a stretch of its type. "False" counts the rows without
such a stretch in which something was found.

Rows: "text" holds words, "bare" is nothing but a value, from the vectors of validators. Types that
need a word beside them find nothing there, so those rows are measured once more behind such a word
("+ cue"). What the vectors call invalid mostly has a wrong check digit only; it is meant to be
reported, at a lower tier, so that column says little there. "valid" therefore compares the module's
``validate`` with the vectors. No value is ever printed.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from replylint.pii import DETECTORS, Hit, Public, candidates, digits, hits, masked, money
from replylint.text.fold import fold

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "privacy"
_ROUNDS = 5
PHONES = ("cn-mobile", "landline-cn", "hk-phone", "tw-phone", "macau-phone", "intl-phone")

# What the corpus calls a type, and who is to find it.
ENTITIES: dict[str, tuple[str, ...]] = {
    "CN_RESIDENT_ID": ("cn-resident-id",),
    "TW_NATIONAL_ID": ("tw-id",),
    "TW_ARC_NEW": ("tw-id",),
    "TW_ARC_OLD": ("tw-id",),
    "HKID": ("hkid",),
    "CN_PASSPORT": ("passport-permit",),
    "CREDIT_CARD": ("payment-card",),
    "IBAN_CODE": ("iban",),
    "IBAN": ("iban",),
    "DE_IBAN": ("iban",),
    "EMAIL": ("email",),
    "EMAIL_ADDRESS": ("email",),
    "PHONE": PHONES,
    "PHONE_NUMBER": PHONES,
    "PHONE_CN_MOBILE": ("cn-mobile",),
    "PHONE_TW_MOBILE": ("tw-phone",),
    "PERSON": ("person-name",),
    "ADDRESS": ("postal-address",),
    "IP_ADDRESS": ("ip",),
    "MAC_ADDRESS": ("device-id",),
    "IMEI": ("device-id",),
}
OUT_OF_SCOPE = {
    "AMOUNT": "an amount alone is no leak; only balance-amount's words make it one",
    "CN_POSTCODE": "no person's",
    "CN_USCC": "a firm's",
    "CRYPTO": "not issued to us",
    "DATE": "no identifier",
    "DATE_TIME": "no identifier",
    "DE_VAT_ID": "a firm's",
    "LOCATION": "a town is no address",
    "LUHN": "a method, not a type",
    "MY_NRIC": "later",
    "ORGANIZATION": "a firm's",
    "SG_NRIC_FIN": "later",
    "SG_UEN": "a firm's",
    "SSN": "not a market of ours",
    "SWIFT_BIC": "public",
    "TW_UBN": "a firm's",
    "URL": "no person's",
    "US_BANK_NUMBER": "not a market of ours",
    "ZIP_CODE": "no person's",
}
# What makes a bare value of the type readable.
CUE = {
    "CN_PASSPORT": "护照号:",
    "IMEI": "imei:",
    "HKID": "身份证:",
    "CREDIT_CARD": "卡号:",
    "PHONE_NUMBER": "电话:",
    "PHONE": "电话:",
    "PHONE_CN_MOBILE": "手机:",
    "PHONE_TW_MOBILE": "手机:",
    "IBAN_CODE": "iban:",
    "CN_RESIDENT_ID": "身份证:",
    "TW_NATIONAL_ID": "身分證:",
    "TW_ARC_NEW": "居留證:",
    "TW_ARC_OLD": "居留證:",
}


@dataclass(slots=True)
class Score:
    labelled: int = 0
    found: int = 0
    exact: int = 0
    hits: int = 0
    right: int = 0
    rows_without: int = 0
    false_rows: int = 0
    vectors: int = 0
    agreed: int = 0
    misses: Counter[str] = field(default_factory=Counter)
    tiers: Counter[str] = field(default_factory=Counter)


def main(arguments: list[str]) -> int:
    given = [argument for argument in arguments if not argument.startswith("-")]
    corpus = Path(given[0]) if given else CORPUS
    if not corpus.is_dir():
        print(f"no corpus: {given[0] if given else '../shared/corpus/privacy'} is not there")
        return 0
    rows = _all(corpus)
    measured: dict[tuple[str, str], Score] = {}
    skipped: Counter[str] = Counter()
    for number, row in enumerate(rows):
        _measure(row, measured, skipped, number if "--misses" in arguments else None)
    _print(measured, skipped, len(rows))
    _speed("privacy rows of 40 to 80 characters with digits", [row["text"] for row in rows])
    turns = corpus.parent / "conversations"
    if turns.is_dir():
        talk = [
            turn["text"]
            for row in _all(turns)
            for turn in row["messages"]
            if turn["role"] == "agent"
        ]
        with_digits = [text for text in talk if any(ch.isdigit() for ch in text)]
        _speed("real agents' turns with digits", with_digits, bounds=(0, 10_000))
        without = [text for text in talk if not any(ch.isdigit() for ch in text)]
        _speed("real agents' turns without digits", without, bounds=(0, 10_000))
    return 0


def scores(corpus: Path) -> dict[tuple[str, str], Score]:
    """By detector and kind of rows; the telephones count as one."""
    found: dict[tuple[str, str], Score] = {}
    for row in _all(corpus):
        _measure(row, found, Counter(), None)
    return found


def _all(folder: Path) -> list[dict[str, object]]:
    return [row for path in sorted(folder.glob("*.jsonl")) for row in _rows(path)]


def _rows(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _labels(row: dict[str, object]) -> list[tuple[int, int, str]]:
    if "entities" in row:
        return [tuple(label) for label in row["entities"]]
    return [(start, end, row["entity"]) for start, end in row["expected_spans"]]


def _measure(row, scores, skipped, number) -> None:
    text, labels = row["text"], _labels(row)
    kinds = set(str(row["entity"]).split("|")) | {kind for _, _, kind in labels}
    kinds |= set(row.get("labels", ()))
    for kind in kinds - {"NONE"}:
        if kind not in ENTITIES:
            skipped[kind] += 1
    bare = len(labels) <= 1 and all((s, e) == (0, len(text)) for s, e, _ in labels)
    bare = bare and len(text) <= 40 and (bool(labels) or text.count(" ") <= 2)
    variants = [("bare" if bare else "text", "")]
    if bare and kinds & set(CUE):
        variants.append(("+ cue", CUE[next(iter(kinds & set(CUE)))]))
    for way, cue in variants:
        shifted = [(s + len(cue), e + len(cue), k) for s, e, k in labels]
        _score(cue + text, shifted, kinds, way, scores, row, number)


def _hits(text: str, names: tuple[str, ...]) -> list[tuple[int, int, Hit, str]]:
    folded, found = fold(text), []
    for name in names:
        if DETECTORS[name].gate.admits(folded.text):
            found += [
                (*folded.span(hit.start, hit.end), hit, name)
                for hit in DETECTORS[name].find(folded.text, Public())
            ]
    return found


def _score(text, labels, kinds, way, scores, row, number) -> None:
    groups = {ENTITIES[kind] for kind in kinds if kind in ENTITIES}
    if "NONE" in kinds:
        groups |= set(ENTITIES.values())
    for names in groups:
        name = "phones" if names == PHONES else names[0]
        score = scores.setdefault((name, way), Score())
        mine = [label for label in labels if ENTITIES.get(label[2]) == names]
        if way == "bare" and "NONE" not in kinds and name != "phones":
            validate = import_module("replylint.pii." + name.replace("-", "_")).validate
            score.vectors += 1
            score.agreed += validate(fold(text).text) == bool(mine)
        hits = _hits(text, names)
        for start, end, _ in mine:
            touching = [hit for hit in hits if hit[0] < end and start < hit[1]]
            score.labelled += 1
            score.found += bool(touching)
            score.exact += any(hit[:2] == (start, end) for hit in touching)
            if number is not None and not any(hit[:2] == (start, end) for hit in touching):
                print(f"{'MISS' if not touching else 'EDGE'} {name} {way} row {number}")
        spans = set()
        for start, end, hit, _ in hits:
            if (start, end) in spans:
                continue
            spans.add((start, end))
            right = any(start < e and s < end for s, e, _ in mine)
            score.hits += 1
            score.right += right
            score.tiers[hit.tier] += 1
            if number is not None and not right:
                print(f"FALSE {name} {way} row {number}")
        if not mine:
            score.rows_without += 1
            score.false_rows += bool(hits)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:.3f}" if whole else "-"


def _print(scores, skipped, rows) -> None:
    print(f"{rows} rows\n")
    head = ("detector", "rows", "recall", "exact spans", "precision", "false", "valid", "tiers")
    print("{:<16}{:<7}{:<17}{:<17}{:<17}{:<13}{:<15}{}".format(*head))
    for (name, way), s in sorted(scores.items()):
        print(
            f"{name:<16}{way:<7}{_share(s.found, s.labelled):<17}{_share(s.exact, s.labelled):<17}"
            f"{_share(s.right, s.hits):<17}{_share(s.false_rows, s.rows_without):<13}"
            f"{_share(s.agreed, s.vectors):<15}"
            + " ".join(f"{tier} {n}" for tier, n in s.tiers.most_common())
        )
    print("\nout of scope (rows):")
    for kind, n in sorted(skipped.items()):
        print(f"  {kind:<16}{n:>5}  {OUT_OF_SCOPE.get(kind, '?')}")


def forget() -> None:
    """What the last message left in memory, which another one would not find there."""
    for read in (digits.plain, digits.count, digits.stretches, digits.longest, digits._chains):
        read.cache_clear()
    money.amounts.cache_clear()
    masked.masked.cache_clear()


def _speed(what: str, texts: list[str], bounds: tuple[int, int] = (40, 80)) -> None:
    """The best of some rounds of each message; the engine's automaton finds the words of gates."""
    low, high = bounds
    folded = [fold(text).text for text in texts if low <= len(text) <= high]
    if bounds == (40, 80):
        folded = [text for text in folded if any(ch.isdigit() for ch in text)]
    if not folded:
        return
    literals = {word for detector in DETECTORS.values() for word in detector.gate.literals}
    present = [{word for word in literals if word in text} for text in folded]
    gates = finds = 0.0
    taken = 0
    for text, words in zip(folded, present, strict=True):
        best = [float("inf")] * 2
        for _ in range(_ROUNDS):
            hits.cache_clear()
            begin = time.perf_counter()
            admitted = candidates(text, words)
            middle = time.perf_counter()
            for detector in admitted:
                for _ in detector.find(text, Public()):
                    pass
            end = time.perf_counter()
            best = [min(best[0], middle - begin), min(best[1], end - middle)]
            forget()
        gates, finds = gates + best[0], finds + best[1]
        taken += len(admitted)
    n, size = len(folded), sum(map(len, folded)) / len(folded)
    print(
        f"\n{what}: {n} messages, {size:.0f} characters: gates {gates / n * 1e6:.1f} us,"
        f" detectors {finds / n * 1e6:.1f} us a message"
        f" ({taken / n:.1f} of {len(DETECTORS)} admitted)"
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

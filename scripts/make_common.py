"""Write src/replylint/rules/common.py: how many of a thousand service replies hold a short string.

Counts the agents' turns of ``../shared/corpus/conversations``: ``python scripts/make_common.py``.
Only short strings that many replies share are kept, those of Chinese where several
collections do. Rerun it when the corpus changes;
nothing depends on the figures but which literals wake a rule, that is, speed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from replylint.text.fold import fold
from replylint.text.language import detect

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared/corpus/conversations"
TARGET = ROOT / "src/replylint/rules/common.py"
LONGEST = {"zh": 3, "en": 4}
LEAST = {"zh": 8, "en": 15}  # of a thousand
HEAD = '''"""How many of a thousand service replies in a language hold a short string, at least.

Written by scripts/make_common.py; strings that fewer hold are left out. A line has the number and
the strings, "_" for a space.
"""

COMMON = """
'''


def texts() -> dict[str, dict[str, str]]:
    """Different folded agent turns by language, and the collection each is from."""
    found: dict[str, dict[str, str]] = {lang: {} for lang in LONGEST}
    for path in sorted(CORPUS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for turn in json.loads(line)["messages"]:
                if turn["role"] == "agent":
                    folded = fold(turn["text"])
                    found.setdefault(detect(folded).lang, {})[folded.text] = path.name
    return {lang: found[lang] for lang in LONGEST}


def counted(lang: str, messages: dict[str, str]) -> dict[str, float]:
    """Strings and how many of a thousand messages hold them: letters and spaces only."""
    counts: Counter[str] = Counter()
    places: defaultdict[str, set[str]] = defaultdict(set)
    for text, place in messages.items():
        sizes = range(1, LONGEST[lang] + 1)
        held = {text[i : i + n] for n in sizes for i in range(len(text) - n + 1)}
        held = {string for string in held if _plain(string)}
        counts.update(held)
        for string in held:
            places[string].add(place)
    share = 1000 / len(messages)
    shared = lang == "en"  # there is one collection of English
    return {
        string: count * share
        for string, count in counts.items()
        if count * share >= LEAST[lang] and (shared or len(places[string]) > 1)
    }


def main() -> None:
    if not CORPUS.is_dir():
        sys.exit("the corpus is not there")
    most: dict[str, float] = {}
    for lang, messages in texts().items():
        for string, share in counted(lang, messages).items():
            most[string] = max(share, most.get(string, 0))
    classes: defaultdict[int, list[str]] = defaultdict(list)
    for string, share in most.items():
        step = 10.0
        while step * 1.4 <= share:
            step *= 1.4
        classes[round(step)].append(string)
    lines = []
    for share in sorted(classes):
        row = ""
        for string in sorted(classes[share]):
            if len(row.encode()) > 80:
                lines.append(row)
                row = ""
            row = f"{row or share} {string.replace(' ', '_')}"
        lines.append(row)
    TARGET.write_text(HEAD + "\n".join(lines) + '\n"""\n', encoding="utf-8")


def _plain(string: str) -> bool:
    return string.replace(" ", "").replace("'", "").isalpha()


if __name__ == "__main__":
    main()

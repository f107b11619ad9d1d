"""Write src/replylint/text/fold_table.py: which character folds to which, one for one.

Needs the PyPI package ``opencc`` (build time only): ``python scripts/make_fold_table.py``.
Rerun it when OpenCC or this script changes, and review the diff of the table.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import opencc

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/replylint/text/fold_table.py"
DATA = Path(opencc.__file__).parent / "clib"

# Spellings that OpenCC only turns with a whole word in view (瞭解 but 瞭望). Folding serves
# matching alone, so the reading met in service talk wins for every word.
READINGS = {
    "藉": "借",  # 藉口
    "瞭": "了",  # 瞭解
    "覆": "复",  # 回覆
    "著": "着",  # 看著; Taiwan writes every 着 so
    "祇": "只",
    "衹": "只",
    "彷": "仿",  # 彷彿
    "甦": "苏",  # 甦醒
    "妳": "你",
    "帐": "账",  # 帳戶 in Taiwan is 賬戶 in Hong Kong and 账户 on the mainland
}

# Mathematical letters, letters in squares, digits of old screens, compatibility ideographs; the
# same ranges stand in text.disguise.
ASTRAL = (
    *range(0x1D400, 0x1D800),
    *range(0x1F100, 0x1F18A),
    *range(0x1FBF0, 0x1FBFA),
    *range(0x20000, 0x323B0),
)

PUNCTUATION = {
    # spaces and line separators (the zero-width ones are left out by fold, not turned here)
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a": " ",
    "\u202f\u205f\u2800\u3000": " ",
    "\u0085\u2028\u2029": "\n",
    # “ and ” stay: they open and close. Single ones cannot be told from apostrophes.
    "‘’‚‛′´ʹʼ": "'",
    "„‟〝«": "“",
    "〞〟»": "”",
    "″": '"',
    # — stays: it ends a clause. The short ones join words or stand between numbers.
    "\u2010\u2011\u2012\u2013\u2043\u2212\ufe58\ufe63": "-",
    "\u2015\u2e3a\u2e3b\u2500\u2501": "—",
    "‧∙⋅・･": "·",
    "⋯‥": "…",
    "〜∼˜⁓": "~",
    "⁄∕⧸╱": "/",
    "∶ː꞉": ":",
    "∗⁎✱✲✳": "*",
    "∣❘ǀ│┃¦": "|",
    "٪": "%",
    "❗❕‼": "!",
    "❓❔⁇⁈⁉": "?",
    "⟨": "〈",
    "⟩": "〉",
    "〖": "【",
    "〗": "】",
    "｡": "。",
    "､": "、",
    "｢": "「",
    "｣": "」",
}
KEPT_PUNCTUATION = "。、·…—“”「」『』【】《》〈〉〔〕￥¥¢£"

# Letters drawn as Latin ones, without a decomposition that says so.
LATIN = {
    "ᴀᴬɑ": "a", "ʙ": "b", "ᴄ": "c", "ᴅđ": "d", "ᴇ": "e", "ꜰ": "f", "ɡɢ": "g", "ʜħ": "h",
    "ɪıɩ": "i", "ᴊȷ": "j", "ᴋ": "k", "ʟł": "l", "ᴍ": "m", "ɴ": "n", "ᴏø": "o", "ᴘ": "p",
    "ꞯ": "q", "ʀ": "r", "ꜱ": "s", "ᴛŧ": "t", "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ʏ": "y", "ᴢ": "z",
}  # fmt: skip

# Greek and Cyrillic letters drawn as Latin ones, by case (Η is an H, η an n). They are only turned
# inside words that hold Latin letters too.
LOOK_ALIKES = {
    "ΑαАа": "a", "ΒβВв": "b", "СсϹϲ": "c", "ԀԁԂ": "d", "ΕεЕеЁё": "e", "ΗНнҺһ": "h",
    "ΙιІіЇїϊ": "i", "ЈјϳͿ": "j", "ΚκКк": "k", "ΜМм": "m", "ΝηПп": "n", "ΟοσОоӨө": "o",
    "ΡρРр": "p", "Ԛԛ": "q", "Гг": "r", "Ѕѕ": "s", "ΤτТт": "t", "υμЦц": "u", "νѴѵ": "v",
    "ωԜԝѡ": "w", "ΧχХх": "x", "ΥγУуҮү": "y", "Ζ": "z",
}  # fmt: skip


def main() -> None:
    folds = dict(_folds())
    _settle(folds)
    hant = _to_hant(folds)
    bmp = {a: b for a, b in folds.items() if ord(a) < 0x10000}
    astral = {a: b for a, b in folds.items() if ord(a) >= 0x10000}
    digits = dict(_enclosed_digits())
    alike = {a: b for many, b in LOOK_ALIKES.items() for a in many}
    traditional, simplified = _markers(folds)
    parts = [
        _HEADER.format(opencc=opencc.__version__, unicode=unicodedata.unidata_version),
        _pair("CHANGED", "BECOMES", bmp, "below U+10000: what changes, and what it becomes"),
        _pair("ASTRAL", "ASTRAL_BECOMES", astral, "the same from U+10000 on"),
        _pair("DIGITS", "DIGITS_BECOME", digits, "circled, raised and lowered digits"),
        _pair("ALIKE", "ALIKE_BECOME", alike, "Greek and Cyrillic letters drawn like Latin ones"),
        _pair("HANS", "HANT", hant, "Simplified, and a Traditional character that folds to it"),
        _string("TRADITIONAL", "".join(traditional), "never written in Simplified text"),
        _string("SIMPLIFIED", "".join(simplified), "never written in Traditional text"),
    ]
    TARGET.write_text("\n".join(parts), encoding="utf-8")
    print(f"{TARGET.name}: {len(bmp)} + {len(astral)} folds, {len(hant)} back, "
          f"{len(traditional)} / {len(simplified)} markers", file=sys.stderr)  # fmt: skip


def _folds() -> Iterator[tuple[str, str]]:
    """Every character and what one step of folding makes of it."""
    written = {a: b for table in (PUNCTUATION, LATIN) for many, b in table.items() for a in many}
    for code in (*range(0x80, 0x10000), *ASTRAL):
        ch = chr(code)
        if ch in written:
            yield ch, written[ch]
        elif (new := _compatible(ch) or _letter(ch)) is not None and new != ch:
            yield ch, new
    for code in range(ord("A"), ord("Z") + 1):
        yield chr(code), chr(code + 32)
    yield from _squared_letters()
    yield from _han()


def _compatible(ch: str) -> str | None:
    """Width, circles and mathematical alphabets: what Unicode calls compatible, when it is one."""
    if unicodedata.category(ch) == "Nd":
        return str(unicodedata.decimal(ch))
    new = unicodedata.normalize("NFKC", ch)
    if len(new) != 1 or new == ch:
        return None
    if new.isascii():
        return None if new.isdigit() else new.lower()  # digits in circles: _enclosed_digits
    return new if new in KEPT_PUNCTUATION or _is_han(new) else None


def _letter(ch: str) -> str | None:
    """A Latin letter without its marks; Latin, Greek and Cyrillic in lower case."""
    name = unicodedata.name(ch, "")
    if not name.startswith(("LATIN", "GREEK", "CYRILLIC")) or ord(ch) >= 0x10000:
        return None
    bare = "".join(c for c in unicodedata.normalize("NFKD", ch) if unicodedata.category(c) != "Mn")
    if len(bare) == 1 and bare.isascii() and bare.isalpha():
        return bare.lower()
    return ch.lower() if len(ch.lower()) == 1 else None


def _squared_letters() -> Iterator[tuple[str, str]]:
    for first in (0x1F130, 0x1F150, 0x1F170):
        for i in range(26):
            yield chr(first + i), chr(ord("a") + i)


def _enclosed_digits() -> Iterator[tuple[str, str]]:
    """Single digits in circles, brackets, with a stop, raised, lowered.

    Not in the table that always applies: ① also counts the items of a list.
    """
    for code in (*range(0x80, 0x10000), *range(0x1F100, 0x1F10B)):
        ch = chr(code)
        value = unicodedata.digit(ch, None)
        if value is not None and unicodedata.category(ch) == "No":
            yield ch, str(value)
    for i in range(9):  # in brackets, and with a full stop
        yield chr(0x2474 + i), str(i + 1)
        yield chr(0x2488 + i), str(i + 1)


def _han() -> Iterator[tuple[str, str]]:
    """Traditional to Simplified by OpenCC's characters, with Hong Kong's and Taiwan's forms."""
    standard = _dictionary("TSCharacters")
    forms = _dictionary("HKVariantsRev") | _dictionary("TWVariantsRev")
    for ch, to in standard.items():
        if _is_plain_han(to[0]) or not _is_plain_han(ch):
            yield ch, to[0]
    for ch, to in forms.items():
        if standard.get(ch, [ch])[0] == ch and to[0] in standard:
            yield ch, standard[to[0]][0]
    yield from READINGS.items()


def _settle(folds: dict[str, str]) -> None:
    """Follow chains (compatible form, Traditional, Simplified) to their end; drop what stays."""
    for ch in list(folds):
        to = folds[ch]
        for _ in range(5):
            to = folds.get(to, to)
        if folds.get(to, to) != to:
            raise SystemExit(f"folding U+{ord(ch):04X} goes round in a circle")
        folds[ch] = to
    for ch in [ch for ch, to in folds.items() if ch == to]:
        del folds[ch]


def _to_hant(folds: dict[str, str]) -> dict[str, str]:
    """Simplified characters with a Traditional one, in Taiwan's form, that folds to the same."""
    out = {}
    convert = {name: opencc.OpenCC(name, include_tofu_risk_dictionaries=False).convert
               for name in ("s2tw", "s2t")}  # fmt: skip
    for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)):
        ch = chr(code)
        for name in ("s2tw", "s2t"):
            to = convert[name](ch)
            if to != ch and folds.get(to, to) == folds.get(ch, ch):
                out[ch] = to
                break
    return out


def _markers(folds: dict[str, str]) -> tuple[list[str], list[str]]:
    """Characters that tell the scripts apart.

    GB 2312 is the repertoire of Simplified text and Big5 that of Traditional text: a character that
    belongs to both (里 后 只 台) tells nothing. 後 於 徵 are in GB 2312 for names alone.
    """
    to_hant = opencc.OpenCC("s2t", include_tofu_risk_dictionaries=False).convert
    forms = {form for table in ("HKVariants", "TWVariants")
             for to in _dictionary(table).values() for form in to}  # fmt: skip
    traditional, simplified = [], []
    for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)):
        ch = chr(code)
        in_gb = _encodes(ch, "gb2312")
        if ch in folds and (not in_gb or ch in "後於徵"):
            traditional.append(ch)
        elif in_gb and not _encodes(ch, "big5") and ch not in forms and to_hant(ch) != ch:
            simplified.append(ch)
    return traditional, simplified


def _dictionary(name: str) -> dict[str, list[str]]:
    """The single characters of an OpenCC dictionary and their candidates, best first."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.txt"
        source = DATA / f"share/opencc/{name}.ocd2"
        tool = DATA / "bin/opencc_dict"
        subprocess.run(
            [tool, "-i", source, "-o", out, "-f", "ocd2", "-t", "text"],
            check=True,
            capture_output=True,
        )
        lines = out.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    table = {key: values.split(" ") for key, values in rows}
    return {key: to for key, to in sorted(table.items()) if len(key) == 1 == len(to[0])}


def _is_han(ch: str) -> bool:
    return unicodedata.name(ch, "").startswith(("CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH"))


def _is_plain_han(ch: str) -> bool:
    return ord(ch) < 0x10000 and _is_han(ch)


def _encodes(ch: str, codec: str) -> bool:
    try:
        ch.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


_HEADER = '''"""The characters that fold, one for one.

Written by scripts/make_fold_table.py. Han from OpenCC {opencc} (Apache-2.0, see NOTICE),
the rest from Unicode {unicode} and the lists in the script.
"""

# fmt: off
'''


def _pair(name: str, other: str, table: dict[str, str], why: str) -> str:
    keys = sorted(table)
    return "\n".join([
        _string(name, "".join(keys), why),
        _string(other, "".join(table[k] for k in keys)),
    ])  # fmt: skip


def _string(name: str, text: str, why: str = "") -> str:
    lines = [f"# {why}"] if why else []
    lines.append(f"{name} = (")
    lines += [f'    "{_escaped(text[i : i + 45])}"' for i in range(0, len(text), 45)]
    lines.append(")")
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """As in a Python literal: what an editor shows stays, spaces, marks and quotes are escaped."""
    return "".join(_shown(ch) for ch in text)


def _shown(ch: str) -> str:
    if ch in '"\\':
        return "\\" + ch
    plain = ch.isprintable() and unicodedata.category(ch)[0] != "M"
    if ch == " " or (plain and unicodedata.bidirectional(ch) not in ("R", "AL", "AN")):
        return ch
    return ch.encode("unicode_escape").decode("ascii")


if __name__ == "__main__":
    main()

"""Writes docs/picture.svg: the tool's own coloured output, drawn by rich's console.

``python scripts/make_picture.py`` needs rich (of the extra dev).
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "picture.svg"
COMMAND = "replylint check sms.yaml collection_zh_TW.po"
COLUMNS = 86
_CELL = 12.2  # how wide rich draws a cell
_TEXT = re.compile(
    r'<text class="([^"]+)" x="([\d.]+)" y="([\d.]+)"([^>]*?) textLength="[\d.]+"([^>]*)>'
    r"(.*?)</text>"
)
_TIME = re.compile(r" \[[0-9]+\.[0-9] s\]")  # said of what takes long
_DIM = "#625e4c"  # the theme's grey is too dark to read
_RUN = re.compile(r"[^\s]+")
_FONTS = (
    "'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', "
    "'PingFang SC', 'Microsoft YaHei', monospace"
)
# As rich draws it, but without fonts from elsewhere: an SVG in a page may load nothing.
_FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"
    aria-label="replylint in a terminal">
<style>
.{unique_id}-matrix {{
  font-family: FONTS;
  font-size: {char_height}px;
  line-height: {line_height}px;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
""".replace("FONTS", _FONTS)


def output() -> str:
    """What the command prints in a terminal, with its colours."""
    import replylint

    with tempfile.TemporaryDirectory() as cache:
        env = {
            **os.environ,
            "PYTHONPATH": str(Path(replylint.__file__).parent.parent),
            "XDG_CACHE_HOME": os.environ.get("REPLYLINT_DOCS_CACHE", cache),
            "LC_ALL": "C.UTF-8",
            "COLUMNS": str(COLUMNS),
        }
        for _ in ("compiles the packs", "has them"):
            done = subprocess.run(
                [sys.executable, "-m", *COMMAND.split(), "--color", "always"],
                cwd=ROOT / "examples" / "templates",
                env=env,
                stdout=subprocess.PIPE,
                check=False,
            )
    if done.returncode != 1:
        raise SystemExit(f"{COMMAND}: exit code {done.returncode}, not 1")
    return _TIME.sub("", done.stdout.decode("utf-8"))


def drawn(text: str) -> str:
    """The picture of a terminal that shows ``text``."""
    from rich.console import Console
    from rich.terminal_theme import MONOKAI
    from rich.text import Text

    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        console = Console(
            record=True,
            width=COLUMNS,
            file=nowhere,
            force_terminal=True,
            color_system="truecolor",
            legacy_windows=False,
        )
        console.print(Text.assemble(("$ ", "bold green"), (COMMAND, "bold")))
        console.print(Text.from_ansi(text), soft_wrap=True)
        picture = console.export_svg(
            title="replylint", theme=MONOKAI, code_format=_FORMAT, unique_id="replylint"
        )
    return _TEXT.sub(_in_cells, picture).replace(_DIM, "#a29d8a")


def _in_cells(found: re.Match[str]) -> str:
    """Every run of letters where its cells are: rich squeezes Han characters into one cell each."""
    from rich.cells import cell_len

    style, left, top, clip, rest, text = found.groups()
    text = html.unescape(text)
    parts = []
    for run in _RUN.finditer(text):
        at = float(left) + _CELL * cell_len(text[: run.start()])
        if cell_len(run[0]) == len(run[0]):
            place = f'x="{at:.1f}" textLength="{_CELL * len(run[0]):.1f}"'
        else:
            places = (at + _CELL * cell_len(run[0][:each]) for each in range(len(run[0])))
            place = 'x="' + " ".join(f"{each:.1f}" for each in places) + '"'
        words = html.escape(run[0], quote=False)
        parts.append(f'<text class="{style}" {place} y="{top}"{clip}{rest}>{words}</text>')
    return "".join(parts)


def shown(picture: str) -> list[str]:
    """The words of each line of a picture, from top to bottom, without the blanks between."""
    lines: dict[float, list[str]] = {}
    for top, words in re.findall(
        r'<text class="[^"]*-r\d+"[^>]* y="([\d.]+)"[^>]*>(.*?)</text>', picture
    ):
        lines.setdefault(float(top), []).append(html.unescape(words))
    return ["".join(lines[top]) for top in sorted(lines)]


if __name__ == "__main__":
    PICTURE.write_text(drawn(output()), "utf-8")

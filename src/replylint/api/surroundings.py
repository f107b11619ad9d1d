"""What the surroundings of a run say: its language, and where compiled packs are kept."""

from __future__ import annotations

import os
from collections.abc import Mapping


def language(wanted: str, environ: Mapping[str, str] | None = None) -> str:
    """``zh`` or ``en``: what is ``wanted``, or for ``auto`` what the locale says.

    >>> language("auto", {"LC_ALL": "", "LANG": "zh_TW.UTF-8"}), language("auto", {})
    ('zh', 'en')
    """
    if wanted != "auto":
        return wanted
    environ = os.environ if environ is None else environ
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    return "en"


def cache_folder(setting: bool | os.PathLike[str]) -> str | None:
    """Where compiled packs are kept; None: nowhere, because it is off or there is no home."""
    if not isinstance(setting, bool):
        return os.fspath(setting)
    if not setting:
        return None
    for name in ("REPLYLINT_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        folder = os.environ.get(name)
        if folder and os.path.isabs(folder):
            return folder if name == "REPLYLINT_CACHE" else os.path.join(folder, "replylint")
    home = os.path.expanduser("~")
    return os.path.join(home, ".cache", "replylint") if os.path.isabs(home) else None

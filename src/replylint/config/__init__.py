"""Settings: from replylint.toml, [tool.replylint] and the command line to what holds for a file."""

from __future__ import annotations

from .config import Config
from .globs import Glob
from .load import Configs, load
from .settings import Chat, Policy, Public, Settings

__all__ = ["Chat", "Config", "Configs", "Glob", "Policy", "Public", "Settings", "load"]

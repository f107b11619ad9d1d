"""The JSON Schema of ``replylint.toml``, for editors that complete and check TOML."""

from __future__ import annotations

from .keys import KEYS
from .layers import ALL_SHAPES

_LAYERS = {
    "extends": "Settings files below this one; what stands here wins. 继承其他设置文件",
    "overrides": "Other settings for some paths; the last that fits wins. 按路径覆盖设置",
}


def config_schema() -> dict[str, object]:
    """Draft 2020-12; the table of a pyproject.toml has the same shape."""
    said = {key.name: f"{key.en} {key.zh}" for key in KEYS} | _LAYERS
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "replylint.toml",
        "type": "object",
        "properties": {
            name: {"description": said[name], **shape.schema()}
            for name, shape in ALL_SHAPES.items()
        },
        "additionalProperties": False,
    }

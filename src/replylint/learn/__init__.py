"""Learns the evidence of weighted rules from labelled sentences; needs the extra ``train``."""

TOPICS = (
    "command",
    "threat",
    "rude",
    "shirk",
    "blame",
    "vague",
    "promise",
    "absolute",
    "discrimination",
    "suitability",
    "tying",
    "channel",
    "disclosure",
)
"""What weights speak of: how customers are spoken to and treated."""

"""The linter as tools for AI agents, by the model context protocol; an optional extra."""

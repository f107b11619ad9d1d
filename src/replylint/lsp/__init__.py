"""The language server: what editors show as you type, and what they offer to do about it."""

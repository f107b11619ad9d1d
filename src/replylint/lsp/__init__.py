"""The linter in editors, by the language server protocol; an optional extra."""

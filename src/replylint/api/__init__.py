"""What programs and faces call: one linter, and the rulesets behind many settings."""

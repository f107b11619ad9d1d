"""The linter as a guardrail inside AI agent frameworks; each an optional extra."""

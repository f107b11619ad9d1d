"""Words for findings: every output format, the rule pages, the trace, and progress."""

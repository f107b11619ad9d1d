"""The linter over HTTP, and a page to try it on; an optional extra."""

"""Real clients of other makers against the faces, run by .ci/integrations in an environment of its own."""

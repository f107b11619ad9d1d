"""Real clients of other makers against the faces; .ci/integrations runs them."""

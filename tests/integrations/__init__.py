"""Real clients of other makers against our faces; .ci/integrations runs them."""

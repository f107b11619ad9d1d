"""One file per way of matching: each turns a rule and a scene into hits."""

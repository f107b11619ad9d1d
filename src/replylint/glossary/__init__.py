"""The term base: what a term is called, how it is explained, and what may stand in its place."""

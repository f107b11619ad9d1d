"""Chat exports become conversations: one file a format, nothing dropped in silence."""

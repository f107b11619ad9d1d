"""Rules over the turns of a conversation: who answered what, when, and in which order."""

"""The command line: translates what is asked into calls of the rooms below, and decides nothing."""

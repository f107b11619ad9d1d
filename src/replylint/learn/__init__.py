"""Learns the evidence of weighted rules from labelled sentences; needs the extra ``train``."""

"""Signing: one instrument, a list of events, two tracks. See docs/decisions/0022-signing.md."""

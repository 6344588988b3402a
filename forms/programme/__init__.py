"""Programmes as data: steps, gates, events and reports, and the files they come from."""

"""From files to forms: read, laid over by the municipality's own, judged and built."""

"""Documents: opened, filled in, copied, signed, sealed and handed over. What pages and commands call."""

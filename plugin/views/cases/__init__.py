"""Pages about cases and registers."""

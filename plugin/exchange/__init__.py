"""Cases and registers that move in and out, as JSON Lines."""

"""What every page shares: routing, drawing, the guard, headers, error pages, and what the browser is trusted with."""

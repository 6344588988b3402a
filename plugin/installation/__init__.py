"""What one installation is: its settings and folder, who is logged in, what it has mounted, which forms it has."""

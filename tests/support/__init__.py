"""What tests share: hosts, clients, examples, other programs."""

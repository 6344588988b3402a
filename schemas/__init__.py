"""What is valid: values as Swedes write them, the rules between answers, and the one table of messages."""

__version__ = "0.1.0"

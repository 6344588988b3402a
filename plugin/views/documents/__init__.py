"""Pages about one document, from a blank to a copy in the hand."""

"""Where Stegvis lives: the Flask extension, access, storage, pages and command line."""

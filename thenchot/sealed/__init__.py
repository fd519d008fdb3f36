"""Personal files and free text: sealed, erasable, apart from the book."""

"""A PDF from outside: looked through, its rows, its paragraphs."""

"""The member list of the national database: read, compared with the book, written back, brought to agree."""

"""Đối khớp: the national member list beside the book, page by page."""

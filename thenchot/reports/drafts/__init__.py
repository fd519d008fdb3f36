"""Drafts of reports: a Word file with its numbers bound to figures, in versions, sealed."""

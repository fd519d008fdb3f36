"""The book: dated acts, what they set, and the proof that nothing was changed."""

"""Excel forms: which cell prints which figure, filling one, comparing it when it comes back."""

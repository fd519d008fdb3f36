"""documents — công văn, hạn nộp: what a letter asks for, of whom, by when, and who has answered."""

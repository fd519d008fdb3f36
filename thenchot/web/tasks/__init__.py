"""Việc cần làm: what is due, deadlines from letters, what waits for a second person."""

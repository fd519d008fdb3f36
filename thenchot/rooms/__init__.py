"""The rooms: one area of work each, built alike."""

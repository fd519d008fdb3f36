"""Việc cần làm."""

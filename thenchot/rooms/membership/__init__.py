"""Đảng viên: who is a member, since when, in which cell, on any day."""

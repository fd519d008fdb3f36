"""Đảng viên."""

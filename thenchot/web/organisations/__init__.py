"""Tổ chức đảng."""

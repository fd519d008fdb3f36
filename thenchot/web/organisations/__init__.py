"""Tổ chức đảng: the tree on any day, one organisation with what it came from, two trees side by side."""

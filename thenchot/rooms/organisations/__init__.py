"""Tổ chức đảng, cơ quan, địa bàn: what exists on a day, under what, and what became of it."""

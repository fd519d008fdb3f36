"""Biểu: Excel forms uploaded, bound, filled, compared when they come back."""

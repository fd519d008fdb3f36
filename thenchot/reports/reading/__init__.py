"""Figures found in a written report: value, unit, bound, what is counted, of which period."""

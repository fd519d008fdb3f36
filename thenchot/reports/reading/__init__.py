"""Reading written reports: lines and the figures printed in them. Pure: no Django, no clock, no files."""

from .reader import lines_of, read

__all__ = ["lines_of", "read"]

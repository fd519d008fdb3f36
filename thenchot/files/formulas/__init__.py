"""Formulas of a workbook: read, computed for checking; nothing in a file is ever run."""

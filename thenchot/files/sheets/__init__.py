"""A workbook from outside: looked through, its cells read, and written without touching the rest."""

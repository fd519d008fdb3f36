"""A Word document from outside: looked through, read, cleaned, commented, given back."""

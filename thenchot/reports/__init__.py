"""Papers: reading and checking what somebody wrote, forms and reports filled from the book."""

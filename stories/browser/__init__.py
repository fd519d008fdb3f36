"""Stories told in a real browser: one for each role's working day, and what no page may do."""

"""Stories as the office tells them, for tests of all rooms."""

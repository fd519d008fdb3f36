"""Word files without Word: numbers bound by content controls, filled, compared, laid out. Pure, on bytes."""

"""The law: dated values with their source, working days, and the grades of objection (design 2.3)."""

"""Giấy tờ in: the papers of an organisation or a person, what is missing, the file, the second person."""

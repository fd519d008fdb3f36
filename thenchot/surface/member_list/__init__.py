"""A checked member list told to people: sections, tables, the Excel file, JSON. The file is never kept."""

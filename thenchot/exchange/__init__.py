"""What goes in and out as tables: columns of the kinds of act, rows into values, empty forms."""

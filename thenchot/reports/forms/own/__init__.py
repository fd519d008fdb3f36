"""Four forms of our own making, in the layout of such tables: made as workbooks with their bindings."""

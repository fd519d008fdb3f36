"""A report of our own, from last period's to the issued file: what pages and commands share."""

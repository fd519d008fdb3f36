"""The pages that record: a form for every kind of act, its check while typing, correcting, annulling."""

"""The national database's member list, checked: columns, findings, lists. Pure."""

"""The abuse stories of security.md 1.1, each told through the pages."""

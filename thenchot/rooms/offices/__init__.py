"""Chức vụ: who holds which post of which organisation, body or village."""

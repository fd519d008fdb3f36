"""The national member list: a file brought, compared, taken in, written back."""

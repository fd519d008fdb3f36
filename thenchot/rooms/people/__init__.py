"""Lý lịch: what reports count of a person, and nothing else."""

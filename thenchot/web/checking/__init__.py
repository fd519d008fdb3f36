"""Rà soát: a written report, a member list; without signing in on this machine, and nothing is kept."""

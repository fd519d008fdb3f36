"""Chốt số liệu: a period's figures put into a folder of their own, signed, and never counted again."""

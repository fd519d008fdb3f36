"""Báo cáo: drafts, the screen on which one is written, taking back from Word, issuing."""

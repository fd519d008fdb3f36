"""The site: the frame, signing in, and the pages over every room."""

"""Files from outside: the door they all pass, and the workers that read them, confined."""

"""`python -m thenchot`: the command, wherever the project's folder is."""

from thenchot.cli import main

main()

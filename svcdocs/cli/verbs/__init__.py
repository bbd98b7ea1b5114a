"""One verb, one file: its arguments, its help, and the printing of what its command found."""

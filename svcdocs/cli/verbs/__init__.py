"""One verb, one file: arguments and printing only."""

"""Floor 0: the nouns. Typed values only: no files, no clock, no Excel, no Word."""

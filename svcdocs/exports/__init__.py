"""Floor 2, the data: the whole typed model as plans.json, and tidy tables with the file, sheet and cell of each row."""

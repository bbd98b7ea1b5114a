"""Stands where pywin32 stands on Windows: the folder above it is put on the path of the process that drives Word."""

"""svcdocs: from the Excel workbooks of a council's teams to signed service plans and a corporate plan in Word."""

__version__ = "0.1.0"

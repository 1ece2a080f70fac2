"""Awards as a workbook: issued with the lists to choose from, and read back row by row. Pure."""

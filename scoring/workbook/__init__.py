"""The score workbook: issued with codes, maxima and checks inside, and read back whole. Pure."""

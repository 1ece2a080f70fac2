"""A criteria set as a workbook: written with every rule, and read back whole. Pure."""

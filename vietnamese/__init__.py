"""Vietnamese text, names, dates and numbers. No tables."""

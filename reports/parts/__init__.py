"""What the program puts below the text of a report's section: rows in, plain values out."""

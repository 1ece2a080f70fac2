"""Workbooks as people really have them: read, understood as far as is sure, asked about. Pure."""

"""Stored files: the upload gates, the private folder and the way out of it. No URL of its own."""

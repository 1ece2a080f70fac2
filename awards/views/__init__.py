"""The pages of the awards, one file a subject."""

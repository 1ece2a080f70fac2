"""The forms of the awards, one file a subject."""

"""The pages of the scoring, one file a subject."""

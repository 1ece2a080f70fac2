"""The pages of the pledges, one file a subject."""

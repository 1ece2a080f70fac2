"""The shape of what people enter about pledges, one file a subject."""

"""The shape of what people enter, one file a subject."""

"""The pages of movements, results, exemplars and commendations, one file a subject."""

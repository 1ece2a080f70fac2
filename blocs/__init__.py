"""Provinces, organisations, posts, blocs, years, seats, the chair and its handover."""

"""Criteria sets, scores and standings."""

"""Movements, covenants, commitments and their signatures."""

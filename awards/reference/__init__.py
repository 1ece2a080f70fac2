"""What every installation knows about awards from its first day."""

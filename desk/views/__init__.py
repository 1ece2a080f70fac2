"""The pages that need all rooms."""

"""Every official paper, wherever its facts live: the only room that renders."""

"""Award kinds, quotas, ballots, nominations and decisions."""

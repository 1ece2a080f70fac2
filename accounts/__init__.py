"""Users, sign-in, and who stands behind a change. Knows no bloc."""

"""The pages that need all rooms: home, bloc-year, handover, opening a year, search, audit."""

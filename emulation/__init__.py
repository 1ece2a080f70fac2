"""The project: settings, addresses, embedded database, demonstration, tests of the whole."""

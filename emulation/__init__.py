"""The project: settings, addresses, the embedded database, the demonstration and the tests of the whole."""

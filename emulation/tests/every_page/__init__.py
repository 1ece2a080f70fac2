"""How a page is read by the tests of every page: its markup, its words, its links."""

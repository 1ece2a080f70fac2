"""Whole years of scoring, played through the verbs: who does what when, and with which figures."""

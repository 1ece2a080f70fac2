"""The demonstration: five blocs as newspapers told of them, and a sixth that is wholly invented."""

"""What a verb says when it refuses."""


class Refused(Exception):
    """The step is refused and nothing was changed; the message is fit to show the user."""

"""What a verb says when it refuses, and how a form passes it on."""


class Refused(Exception):
    """The step is refused and nothing was changed; the message is fit to show the user."""


def carried_out(form, verb):
    """Call the verb with what a valid form holds and return its answer; None if not carried out.

    A refusal becomes an error of the form, to be shown with everything that was typed.
    """
    if not form.is_valid():
        return None
    try:
        return verb(**form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None

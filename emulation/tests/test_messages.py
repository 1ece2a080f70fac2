"""Finding what our code and templates ask for."""

import pytest
from django.template import Context, engines
from django.utils import translation
from django.utils.translation import trans_real

from emulation.messages import (
    Message,
    UnreadableMessage,
    messages_in_python,
    messages_in_template,
    our_messages,
)

IMPORTS = """
from django.utils import translation
from django.utils.translation import gettext_lazy as _, gettext, pgettext, ngettext
from django.utils.translation import npgettext_lazy as many
"""


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("_('Bloc')", Message("Bloc")),
        ("gettext('One ' 'text')", Message("One text")),
        ("_('%(n)s acts') % {'n': 3}", Message("%(n)s acts")),
        ("pgettext('month', 'May')", Message("May", context="month")),
        ("ngettext('%d act', '%d acts', n)", Message("%d act", plural="%d acts")),
        ("many('in', '%d act', '%d acts', n)", Message("%d act", "in", "%d acts")),
        ("translation.gettext('Bloc')", Message("Bloc")),
        ("f(x=[y(_('Bloc'))])", Message("Bloc")),
    ],
)
def test_a_call_in_python_is_a_message(call, message):
    assert messages_in_python(IMPORTS + call) == {message}


@pytest.mark.parametrize("code", ["_('Bloc')", "gettext('Bloc')", "for _ in range(3): pass"])
def test_another_function_of_that_name_asks_for_nothing(code):
    assert messages_in_python(code) == set()


@pytest.mark.parametrize("call", ["_(f'{name}')", "_('Bloc %s' % name)", "_(name)", "_()", "_(3)"])
def test_a_computed_message_is_refused_with_its_place(call):
    with pytest.raises(UnreadableMessage, match=r"blocs/models\.py:6"):
        messages_in_python(f"{IMPORTS}\n{call}", "blocs/models.py")


TEMPLATES = [
    ('{% translate "Bloc" %}', {Message("Bloc")}),
    ("{% translate 'Bloc' as title %}", {Message("Bloc")}),
    ('{% translate "100% done" %}', {Message("100%% done")}),
    ('{% translate "May" context "month" %}', {Message("May", context="month")}),
    (
        "{% blocktranslate with a=name trimmed %}\n  Dear {{ a }},\n 5% {% endblocktranslate %}",
        {Message("Dear %(a)s, 5%%")},
    ),
    (
        "{% blocktranslate context 'm' %}May{% endblocktranslate %}",
        {Message("May", context="m")},
    ),
    (
        "{% blocktranslate count n=3 %}one{% plural %}{{ n }} many{% endblocktranslate %}",
        {Message("one", plural="%(n)s many")},
    ),
    ('{{ _("Bloc") }}', {Message("Bloc")}),
    ('{{ nothing|default:_("Bloc") }}', {Message("Bloc")}),
    ('{% if nothing == _("A") or _("B") %}{% translate "C" %}{% else %}{% endif %}', set("ABC")),
    (
        '{% with a=_("A") %}{% for x in "1" %}{{ a }}{% translate "B" %}{% endfor %}{% endwith %}',
        set("AB"),
    ),
    ('{% firstof nothing _("A") %}', set("A")),
]
TEMPLATES = [
    (text, {m if isinstance(m, Message) else Message(m) for m in ms}) for text, ms in TEMPLATES
]


@pytest.mark.parametrize(("source", "messages"), TEMPLATES)
def test_the_messages_of_a_template_are_found(source, messages):
    assert messages_in_template("{% load i18n %}" + source) == messages


@pytest.mark.parametrize(("source", "messages"), TEMPLATES)
def test_they_are_what_django_asks_for_while_rendering(source, messages):
    class Listening(trans_real.TranslationCatalog):
        def __init__(self):
            super().__init__()
            self.asked = set()

        def get(self, key, default=None):
            self.asked.add(key)
            return default

        def plural(self, key, num):
            self.asked.add(key)
            raise KeyError

    with translation.override("vi"):
        catalogue = trans_real._active.value._catalog
        trans_real._active.value._catalog = Listening()
        try:
            engines["django"].from_string("{% load i18n %}" + source).template.render(
                Context({"name": "x", "nothing": ""})
            )
            asked = trans_real._active.value._catalog.asked
        finally:
            trans_real._active.value._catalog = catalogue
    asked = {key[0] if isinstance(key, tuple) else key for key in asked}
    expected = {f"{m.context}\x04{m.msgid}" if m.context else m.msgid for m in messages}
    assert asked == expected


def test_a_translated_variable_is_nobody_s_message():
    assert messages_in_template("{% load i18n %}{% translate label %}") == set()


def test_our_own_messages_are_found_with_their_file():
    files = our_messages()[Message("%(time)s on %(day)s")]

    assert files == ["vietnamese/templatetags/vietnamese.py"]

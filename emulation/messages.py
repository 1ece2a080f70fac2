"""Find every message that our Python and our templates ask gettext for."""

import ast
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.template import NodeList, engines
from django.template.base import FilterExpression, Node
from django.template.smartif import TokenBase
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.functional import Promise

# What each argument of Django's functions is.
ARGUMENTS = {
    "gettext": ["msgid"],
    "gettext_noop": ["msgid"],
    "ngettext": ["msgid", "plural"],
    "pgettext": ["context", "msgid"],
    "npgettext": ["context", "msgid", "plural"],
}
ARGUMENTS |= {f"{name}_lazy": arguments for name, arguments in ARGUMENTS.items()}


class UnreadableMessage(Exception):
    """A message is computed, so nobody can translate it beforehand; says where."""


@dataclass(frozen=True, order=True)
class Message:
    """What the program asks gettext for."""

    msgid: str
    context: str = ""
    plural: str = ""


def messages_in_python(source, name="<source>"):
    """Return the messages of a Python file; raise UnreadableMessage where one is not a literal."""
    tree = ast.parse(source, name)
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            names |= {alias.asname or alias.name: alias.name for alias in node.names}
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    asked = ((call, ARGUMENTS.get(_function(call.func, names))) for call in calls)
    return {_message_of(call, arguments, name) for call, arguments in asked if arguments}


def _function(called, names):
    """The function of django.utils.translation that is called, or None."""
    if isinstance(called, ast.Name):
        return names.get(called.id)
    of_module = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name)
    return called.attr if of_module and called.value.id == "translation" else None


def _message_of(call, arguments, name):
    values = [getattr(argument, "value", None) for argument in call.args[: len(arguments)]]
    if len(values) < len(arguments) or not all(isinstance(value, str) for value in values):
        raise UnreadableMessage(f"{name}:{call.lineno}: the message is not written out as one text")
    return Message(**dict(zip(arguments, values, strict=True)))


def messages_in_template(source):
    """Return the messages of a template exactly as Django asks for them while rendering."""
    template = engines["django"].from_string(source).template
    return set(_in_template(template.nodelist, set()))


def _in_template(part, seen):
    """Walk nodes, tag arguments and conditions alike, however a tag keeps them."""
    if id(part) in seen:
        return
    seen.add(id(part))
    if isinstance(part, Promise):  # a literal _("…") in a tag or filter
        yield Message(part._args[0])
    elif isinstance(part, TranslateNode):
        yield from _in_translate(part)
    elif isinstance(part, BlockTranslateNode):
        yield Message(
            part.render_token_list(part.singular)[0],
            _literal(part.message_context),
            part.render_token_list(part.plural)[0] if part.plural else "",
        )
    for inner in _parts(part):
        yield from _in_template(inner, seen)


def _in_translate(node):
    variable = node.filter_expression.var
    if variable.lookups is None:
        yield Message(variable.literal.replace("%", "%%"), _literal(node.message_context))


def _literal(expression):
    return str(expression.var) if expression is not None else ""


def _parts(part):
    if isinstance(part, (list, tuple, NodeList)):
        return list(part)
    if isinstance(part, dict):
        return list(part.values())
    if isinstance(part, FilterExpression):
        return [part.var, part.filters]
    if isinstance(part, (Node, TokenBase)):
        return list(vars(part).values())
    return []


def our_messages():
    """Return {message: [files]} of everything our code and templates ask for."""
    base = Path(settings.BASE_DIR)
    found = {}
    rooms = [Path(config.path) for config in apps.get_app_configs()]
    for room in sorted(room for room in rooms if room.parent == base):
        for path in sorted(room.rglob("*.py")):
            if not {"tests", "migrations"} & set(path.relative_to(base).parts):
                for message in messages_in_python(path.read_text(), str(path.relative_to(base))):
                    found.setdefault(message, []).append(str(path.relative_to(base)))
    for path in sorted((base / "templates").rglob("*.*")):
        for message in messages_in_template(path.read_text()):
            found.setdefault(message, []).append(str(path.relative_to(base)))
    return found

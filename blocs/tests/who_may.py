"""The tables of who may open what: the answer of a page to each member of the cast."""

ANYONE = {
    "administrator", "staff", "foreign_staff", "observer", "chair", "former_chair",
    "coming_chair", "deputy", "member", "former_member", "outsider", "nobody",
}  # fmt: skip
# Those whose posts open the province of the cast, or an organisation of it.
OF_THE_PROVINCE = ANYONE - {"foreign_staff", "nobody"}


def answers(client, people, url, method="get"):
    """The status codes of an address: {name of the person, or "anonymous": code}."""
    found = {"anonymous": getattr(client, method)(url).status_code}
    for name, person in people.items():
        client.force_login(person)
        found[name] = getattr(client, method)(url).status_code
        client.logout()
    return found


def expected(*, may, blind=frozenset()):
    """200 for those who may, 404 for those who do not see it, 403 for the rest of the cast."""
    found = {"anonymous": 302}
    for name in ANYONE:
        found[name] = 200 if name in may else 404 if name in blind else 403
    return found

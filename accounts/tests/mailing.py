"""A mail server that is down, or refuses one address."""

from smtplib import SMTPRecipientsRefused

from django.core.mail.backends.locmem import EmailBackend


class Down(EmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError("mail server is down")


class Choosy(EmailBackend):
    """Refuses whoever's address begins with "wrong"."""

    def send_messages(self, messages):
        for message in messages:
            if message.to[0].startswith("wrong"):
                raise SMTPRecipientsRefused({message.to[0]: (550, b"no such user")})
        return super().send_messages(messages)

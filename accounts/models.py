"""The person who signs in. What a person may do follows from dated posts, which live in `blocs`."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from vietnamese.fields import CharField, PersonSortKey, SearchKey, TextField
from vietnamese.text import nfc

from .evidence import tracked


class Language(models.TextChoices):
    VIETNAMESE = "vi", "Tiếng Việt"
    ENGLISH = "en", "English"


class UserManager(BaseUserManager):
    def create_user(self, username, full_name, password=None, **fields):
        """Store a new person; without a password nobody can sign in as them yet."""
        user = self.model(username=username, full_name=full_name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username):
        return self.get(username=fold(username))

    def named(self, name):
        """Return the person of this user name or e-mail address (in any case), or None."""
        name = fold(name)
        if "@" not in name:
            return self.filter(username=name).first()
        return self.alias(folded=Lower("email")).filter(folded=name).first()


def fold(name):
    """Write a typed user name or e-mail address as it is compared: composed, trimmed, small."""
    return nfc(name).strip().lower()


@tracked(
    exclude=[
        "password",
        "last_login",
        "language",
        "created_at",
        "calendar_version",
        "sort_key",
        "search_key",
    ]
)
class User(AbstractBaseUser):
    """A person with an account. Neither rights nor organisations are stored here."""

    username = CharField(_("user name"), max_length=60)
    email = models.EmailField(_("e-mail"), blank=True)
    full_name = CharField(_("full name"), max_length=120)
    phone = CharField(_("telephone"), max_length=60, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=Language, default=Language.VIETNAMESE
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_demo = models.BooleanField(_("demonstration account"), default=False, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    # Part of the private address of the person's calendar: counted up, every earlier one is void.
    calendar_version = models.PositiveIntegerField(default=1, editable=False)
    sort_key = PersonSortKey(of="full_name")
    search_key = SearchKey(of="full_name")

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("person")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["username"],  # in small letters alone: see below
                name="user_name_is_one_persons",
                violation_error_message=_("Somebody has this user name already: choose another."),
            ),
            models.UniqueConstraint(
                Lower("email"),
                condition=~Q(email=""),
                name="user_email_is_one_persons",
                violation_error_message=_(
                    "Somebody uses this e-mail address already: give another, or leave it empty."
                ),
            ),
            # A name with @ could be another person's e-mail address.
            models.CheckConstraint(
                condition=Q(username__regex=r"^[a-z0-9][a-z0-9._-]{2,59}$"),
                name="user_name_is_plain",
                violation_error_message=_(
                    "A user name has at least three small letters a–z, digits, dots or hyphens."
                ),
            ),
            models.CheckConstraint(
                condition=Q(language__in=Language.values), name="user_language_is_known"
            ),
        ]

    def __str__(self):
        return self.full_name

    @cached_property
    def unread_notices(self):
        """How many personal notices are unread; the person of a request knows it already."""
        return self.personal_notices.filter(read_at=None).count()


class PasswordLink(models.Model):
    """That somebody made a one-time password link for somebody: the link itself is never stored."""

    user = models.ForeignKey(User, models.PROTECT, related_name="password_links")
    made_by = models.ForeignKey(  # nobody: asked for on the sign-in page and sent by e-mail
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self):
        return f"{self.user} ← {self.made_by or self.user.email}"


class PersonalNoticeKind(models.TextChoices):
    """A reminder some days before, right before, or after the last day; or news of a decision."""

    AHEAD = "ahead", _("in good time")
    LAST_DAYS = "last_days", _("last days")
    OVERDUE = "overdue", _("overdue")
    NEWS = "news", _("news")


class PersonalNotice(models.Model):
    """What was told to one person: shown to them alone, and mailed where they have an address.

    `item` is the stable key of what it is about, given by whoever tells: of the same item and kind
    a person is told once. `text` is Vietnamese, `path` the page to go to. `mailed_at` is empty
    until the mail has left.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="personal_notices")
    kind = models.CharField(_("kind"), max_length=9, choices=PersonalNoticeKind)
    item = CharField(_("about"), max_length=120)
    text = TextField(_("text"))
    path = CharField(_("page"), max_length=300)
    created_at = models.DateTimeField(_("told at"))
    mailed_at = models.DateTimeField(_("mailed at"), null=True, blank=True)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    class Meta:
        verbose_name = _("personal notice")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind", "item"], name="person_is_told_once_of_a_kind"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=PersonalNoticeKind.values),
                name="personal_notice_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(path__regex=r"^/([^/\\].*)?$"),  # not //elsewhere.example either
                name="personal_notice_leads_into_the_site",
            ),
        ]
        indexes = [
            models.Index(
                fields=["item"], name="personal_notice_by_item", opclasses=["text_pattern_ops"]
            )
        ]

    def __str__(self):
        return self.text

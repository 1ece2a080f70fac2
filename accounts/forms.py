"""Forms about one's own account, and the form of a person's data."""

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.core.exceptions import ValidationError
from django.forms.forms import DeclarativeFieldsMetaclass
from django.utils.translation import gettext_lazy as _

from .fields import AccountNameField, NameField, PasswordField
from .models import User


class SignInForm(forms.Form):
    username = NameField(label=_("User name or e-mail"), max_length=254)
    password = PasswordField(label=_("Password"), autocomplete="current-password")

    def __init__(self, request=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.request, self.person = request, None

    def clean(self):
        data = super().clean()
        if "username" in data and "password" in data:
            self.person = authenticate(
                self.request, username=data["username"], password=data["password"]
            )
            if self.person is None:
                raise ValidationError(
                    _(
                        "The name or the password is not right. Check Caps Lock and turn off the "
                        "Vietnamese keyboard (Unikey), then try again; if the password is "
                        "forgotten, set a new one."
                    ),
                    code="sign_in_refused",
                )
        return data

    def get_user(self):
        return self.person


class NewPasswordForm(SetPasswordForm):
    account = AccountNameField()
    new_password1 = PasswordField(
        label=_("New password"),
        autocomplete="new-password",
        help_text=password_validators_help_text_html(),
    )
    new_password2 = PasswordField(label=_("New password again"), autocomplete="new-password")
    field_order = ["account"]
    error_messages = {
        "password_mismatch": _("The two passwords differ: type the same one twice."),
    }

    def __init__(self, user, *args, **kwargs):
        super().__init__(user, *args, **kwargs)
        if user:  # behind a dead link there is nobody
            self.initial["account"] = user.username


class PasswordChangeForm(NewPasswordForm):
    old_password = PasswordField(label=_("Present password"), autocomplete="current-password")
    field_order = ["account", "old_password"]

    def clean_old_password(self):
        password = self.cleaned_data["old_password"]
        if not self.user.check_password(password):
            raise ValidationError(_("This is not your present password."), code="wrong_password")
        return password


class PasswordResetForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("The address that is kept with your account."),
    )


class PersonForm(forms.ModelForm):
    """The data of a person as staff write them; `save` through the verbs of `people`."""

    class Meta:
        model = User
        fields = ["username", "full_name", "email", "phone"]
        field_classes = {"username": NameField}
        help_texts = {
            "username": _("Small letters a–z, digits, dots and hyphens, for example tranvanan."),
            "email": _("For signing in and for a new password; may be left empty."),
        }


class ProfileForm(forms.ModelForm):
    """What people change about themselves. A new e-mail address asks for the password.

    The address can set a new password by mail: whoever finds the computer open must not change it.
    """

    account = AccountNameField()
    password = PasswordField(
        label=_("Present password"),
        autocomplete="current-password",
        required=False,
        help_text=_("Only needed to change the e-mail address."),
    )

    class Meta:
        model = User
        fields = ["full_name", "email", "phone", "language"]
        widgets = {
            "full_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel"}),
        }

    field_order = ["account"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["account"] = self.instance.username

    def clean(self):
        data = super().clean()
        data.pop("account", None)
        password = data.pop("password", "")
        if "email" in self.changed_data and not self.instance.check_password(password):
            message = _("To change the e-mail address, type your present password here.")
            self.add_error("password", ValidationError(message, code="password_needed"))
        return data


class PasswordAgainMixin(metaclass=DeclarativeFieldsMetaclass):
    """Asks who is signed in for the password once more, before what nobody may do in their name.

    It is compared by the sign-in itself: wrong ones count as failures there and slow down alike.
    """

    password = PasswordField(
        label=_("Your password"),
        autocomplete="current-password",
        help_text=_("Type the password with which you signed in once more."),
    )

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self):
        person = authenticate(
            self.request,
            username=self.request.user.username,
            password=self.cleaned_data["password"],
        )
        if person != self.request.user:
            raise ValidationError(
                _(
                    "The password is not right, so nothing was signed. Check Caps Lock and turn "
                    "off the Vietnamese keyboard (Unikey), then try again."
                ),
                code="wrong_password",
            )
        return ""

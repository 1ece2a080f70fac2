"""The one door through which every permission passes."""

from django.core.exceptions import PermissionDenied


def require(permission, user, subject):
    """Let a user with the permission pass; answer 403 to anyone else."""
    if not permission(user, subject):
        raise PermissionDenied

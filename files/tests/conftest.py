import pytest


@pytest.fixture(autouse=True)
def private_root(settings, tmp_path):
    """Every test has a private folder of its own."""
    settings.PRIVATE_ROOT = tmp_path / "var" / "files"
    return settings.PRIVATE_ROOT

"""Settings of the tests: property tests are never judged by the clock, and the user's cache is left alone."""

import os
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

CACHE = TemporaryDirectory(prefix="mahdar-tests-")  # until the last test has run
os.environ["XDG_CACHE_HOME"] = CACHE.name
os.environ.pop("MAHDAR_CACHE", None)

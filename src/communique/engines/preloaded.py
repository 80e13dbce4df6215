"""Imported by the process that workers are forked from: models are loaded once, and their memory is shared."""

import gc
import os
from contextlib import suppress

import msgspec

from communique.batch import Job, worker  # noqa: F401 - loaded so that workers need not
from communique.coder import coder_of
from communique.engines.local import JOB

with suppress(Exception):  # a worker meets the same error, and can tell of it
    coder_of(msgspec.json.decode(os.environ[JOB], type=Job).settings)
gc.freeze()  # or the collector would write to the pages, and so unshare them

"""Every exception communique raises on purpose.

    CommuniqueError
    ├── UsageError          the call or the command cannot be carried out as given
    ├── ReadError           an input gave no article (missing, empty, binary, broken)
    ├── LexiconError        a lexicon file is malformed: names file, key and the allowed values
    ├── PipelineError       the language pipeline is missing or does not fit
    ├── RunError            a run cannot go on: its folder holds another, its workers do not start
    └── LedgerError         the ledger cannot be read or written: missing, damaged, newer, no space, no permission
        └── LedgerLockedError  another process writes to it

What is wrong with one article of many is no exception but a `Problem` in its coding, or an `Unread` where there is no article at all.
Each message says what to do next.
"""


class CommuniqueError(Exception):
    """Base of all; catch this to catch everything communique raises on purpose."""


class UsageError(CommuniqueError):
    """The call or the command cannot be carried out as given."""


class ReadError(CommuniqueError):
    """An input gave no article."""


class LexiconError(CommuniqueError):
    """A lexicon file is malformed."""


class PipelineError(CommuniqueError):
    """The language pipeline is missing or does not fit."""


class RunError(CommuniqueError):
    """A run cannot go on."""


class LedgerError(CommuniqueError):
    """The ledger cannot be read or written."""


class LedgerLockedError(LedgerError):
    """Another process writes to the ledger."""

"""A run: many articles coded in units, one file in, one file out, so that whatever stops it costs the units in work and nothing else.

    job.py      what every worker is told; units and tasks; what becomes of them
    folder.py   where a run's files lie, and how they are put there whole
    rows.py     an article's coding or failure as a row
    outputs.py  the formats of a unit's file: Parquet, JSON Lines in Zstandard
    limits.py   how long an article may take, and how much memory a worker
    worker.py   what a worker does with a task; the only caller of the coder
    work.py     which tasks there are: what is missing, what is tried again
    bisect.py   a unit that kills its worker cut up until the article is found that does it
    drive.py    tasks handed to a crew of workers until there are none

Engines (communique.engines) bring the crews. Why it is so: docs/why/scale.md.
"""

from communique.batch.drive import Crew, Event, drive
from communique.batch.folder import Folder, is_run
from communique.batch.job import DIED, Counts, Done, Failed, Job, Outcome, Task, Unit, units_of
from communique.batch.outputs import OUTPUTS
from communique.batch.work import Work
from communique.batch.worker import end_with_parent, perform, prepare

__all__ = [
    "DIED", "OUTPUTS", "Counts", "Crew", "Done", "Event", "Failed", "Folder", "Job", "Outcome", "Task", "Unit", "Work", "drive",
    "end_with_parent", "is_run", "perform", "prepare", "units_of",
]  # fmt: skip

"""Data sets in their published layouts, all read the same way: see `DataSet` and `open_dataset`."""

from training.data.datasets.earrings import WithFoundEarrings
from training.data.datasets.parsing import Parsing
from training.data.datasets.reader import KINDS_HELP, DataSet, as_seen, open_dataset

__all__ = ["KINDS_HELP", "DataSet", "Parsing", "WithFoundEarrings", "as_seen", "open_dataset"]

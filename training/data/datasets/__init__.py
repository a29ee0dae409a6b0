"""Data sets in their published layouts, all read the same way: see `DataSet` and `open_dataset`."""

from training.data.datasets.reader import KINDS_HELP, DataSet, as_seen, open_dataset

__all__ = ["KINDS_HELP", "DataSet", "as_seen", "open_dataset"]

"""The views, a file each: a function from the ledger to data, and VIEW."""

"""The page of a ledger as plain files, to be kept, deposited or put on any web server.

places.py  which addresses are kept, and in which file each
links.py   the links of a page: found, and made to lead from file to file
client.py  asks the application for a page, without a server
archive.py from the ledger to the folder
"""

from communique.show.web.archive.archive import Published, publish

__all__ = ["Published", "publish"]

"""Django's SQLite back end on the SQLite of the `pysqlite3` wheel.

Debian 12's SQLite (3.40) can corrupt a WAL file that several processes write (fixed in 3.51.3);
the wheel carries a repaired one. It stands in for the standard module before Django imports it.
"""

import sys

import pysqlite3

sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

"""The back end itself: as Django's, but for one question pysqlite3 cannot answer."""

from django.db.backends.sqlite3 import base, features


class DatabaseFeatures(features.DatabaseFeatures):
    # Django asks the connection's `getlimit`, which pysqlite3 lacks; 32766 is SQLite's default.
    max_query_params = 32766


class DatabaseWrapper(base.DatabaseWrapper):
    features_class = DatabaseFeatures

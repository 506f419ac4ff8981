"""The real servers of a test run: real clamd, TSA, PostgreSQL and Redis, or no test run at all."""

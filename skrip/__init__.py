"""Scripts behind the Makefile: installing, running, checking."""

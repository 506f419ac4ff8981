"""Benchmarks: each measures ours and the engine underneath in the same run and reports the ratio."""

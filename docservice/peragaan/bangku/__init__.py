"""Benchmarks: each measures ours and the engine underneath in the same run and reports the ratio.

Nothing is imported here: two of them run in a process of their own that first points its settings at an empty house.
"""

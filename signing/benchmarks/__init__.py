"""How fast signing and verifying are on this machine, next to what they stand on."""

from signing.benchmarks.sign import measure_signing
from signing.benchmarks.verify import measure_verifying

__all__ = ["measure_signing", "measure_verifying"]

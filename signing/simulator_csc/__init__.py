"""A stand-in for a CSC remote signing service: a real HTTP server with development keys, for tests and the demo.

It speaks 1.0.4 under ``/csc/v1`` and 2.0 under ``/csc/v2`` as the standards say, and fails as services in the field do.
Nothing it signs has legal effect: every certificate says so. The real path never imports this package.

The key of a person is the credential with the person's own name in the PKI; ``<name>.<fault>`` is the same key with a
fault (:mod:`signing.simulator_csc.faults`). ``GET /simulator/ledger`` tells what was asked, ``/simulator/mail``
the codes.
"""

from signing.simulator_csc.faults import Fault
from signing.simulator_csc.office import Office, Settings
from signing.simulator_csc.server import Simulator

__all__ = ["Fault", "Office", "Settings", "Simulator"]

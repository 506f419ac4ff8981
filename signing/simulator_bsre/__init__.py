"""A stand-in for the BSrE Esign Client Service: a real HTTP server with development keys, for tests and the demo.

It answers as the field describes the real one (guide v2.2.1 and public reports), faults included. Nothing it
signs has legal effect: every certificate says so. The real path never imports this package.

Choosing a fault: the header ``X-Simulator-Fault: <name>``, or a person whose NIK is ``99990000000000NN`` where NN is
the fault's number (:mod:`signing.simulator_bsre.faults`). Users in each state have the NIK ``90000000000000NN``;
everyone with a key in the PKI has the last 16 digits of the NIP as NIK. ``GET /simulator/ledger`` tells what was asked.
"""

from signing.simulator_bsre.faults import Fault
from signing.simulator_bsre.office import Office, Settings
from signing.simulator_bsre.server import Simulator

__all__ = ["Fault", "Office", "Settings", "Simulator"]

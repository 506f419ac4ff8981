"""Files made to deceive, in the classes of the published attacks, and honest ones that look alike.

Sources: Mladenov et al. "1 Trillion Dollar Refund" (2019: USF, ISA, SWA), Mainka et al. "Shadow Attacks"
(2021), Rohlmann et al. "Breaking the Specification" (2021: EAA, SSA), Markwood et al. (2017: content masking).
"""

import tests.signing.attacks.beside
import tests.signing.attacks.bookkeeping
import tests.signing.attacks.certified
import tests.signing.attacks.containers
import tests.signing.attacks.covered
import tests.signing.attacks.declared
import tests.signing.attacks.fields
import tests.signing.attacks.habits
import tests.signing.attacks.honest
import tests.signing.attacks.isa
import tests.signing.attacks.masking
import tests.signing.attacks.shadow
import tests.signing.attacks.shapes
import tests.signing.attacks.stranger
import tests.signing.attacks.unfit
import tests.signing.attacks.usf
import tests.signing.attacks.wider
import tests.signing.attacks.wrapping
import tests.signing.attacks.xref  # noqa: F401 - each registers its files
from tests.signing.attacks.classic import *  # noqa: F403 - the generators by their bare names
from tests.signing.attacks.workshop import ATTACKS, HONEST, ONLINE, Workshop

__all__ = ["ATTACKS", "HONEST", "ONLINE", "Workshop"]

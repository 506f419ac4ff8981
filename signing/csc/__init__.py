"""Signing with keys at a trust service provider: the Cloud Signature Consortium's API, 1.0.4 and 2.x, ``signHash``.

Only hashes leave the house. Whether a value is right is seen here, with the certificate; what the provider says about
itself decides nothing.
"""

from signing.csc.accounts import Account, Accounts, FolderAccounts
from signing.csc.errors import CscError
from signing.csc.health import health
from signing.csc.profile import Profile
from signing.csc.signer import CscSigner
from signing.remote.health import Health

__all__ = ["Account", "Accounts", "CscError", "CscSigner", "FolderAccounts", "Health", "Profile", "health"]

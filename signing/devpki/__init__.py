"""A throw-away PKI with its services. Everything in it says that it is for development only."""

from signing.devpki.pki import DEFAULT_PORT, SEAL, DevPki, Person
from signing.devpki.services import DevServices

__all__ = ["DEFAULT_PORT", "SEAL", "DevPki", "DevServices", "Person"]

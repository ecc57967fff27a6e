"""What tells one record of a batch from another."""

import hashlib

from sayso.records import Raw


def key(raw: Raw) -> str:
    """A record by its place and its bytes, in 32 hexadecimal digits: the same place with other bytes is another."""
    # JSON lines have the address of their file in common, so two equal ones in one file are one record.
    return hashlib.sha256(raw.url.encode() + b"\0" + raw.data).hexdigest()[:32]

#!/usr/bin/env python3
"""Makes src/Web/Features/Accounts/breached-passwords.bin from lists of passwords that were stolen elsewhere.

    scripts/breached-passwords.py LIST...

A list is a text file, one password a line, or a JSON array. Kept is what our rule of length lets through (12 to 128 characters), without
case, as the first 8 bytes of its SHA-256, sorted: 42 kB in the place of words that nobody wants to read. The lists of the file that lies
in the repository, all under the MIT licence, are named in docs/dependencies.md.
"""
import hashlib
import json
import pathlib
import sys
import unicodedata

SHORTEST, LONGEST = 12, 128
TARGET = pathlib.Path(__file__).parent.parent / "src/Web/Features/Accounts/breached-passwords.bin"


def words(path: pathlib.Path) -> list[str]:
    text = path.read_text(encoding="utf-8", errors="replace")
    return json.loads(text) if path.suffix == ".json" else text.splitlines()


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    known = set()
    for name in sys.argv[1:]:
        for word in words(pathlib.Path(name)):
            normal = unicodedata.normalize("NFC", word).lower()
            if SHORTEST <= len(normal) <= LONGEST and "\ufffd" not in normal:
                known.add(hashlib.sha256(normal.encode()).digest()[:8])
    TARGET.write_bytes(b"".join(sorted(known)))
    print(f"{len(known)} passwords, {TARGET.stat().st_size} bytes: {TARGET}")


main()

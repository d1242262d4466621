"""Putting words into a picture file: how it was described and made, for whoever opens it later.

The picture itself stays as it is, byte for byte.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from xml.sax.saxutils import escape

from gptdesk.domain.picture_files import (
    PNG_START,
    Damaged,
    Format,
    png_chunks,
    webp_chunks,
)

XMP_NAME = b"http://ns.adobe.com/xap/1.0/\0"
MOST_JPEG = 65_000
"""A segment of a JPEG holds no more."""
WEBP_XMP, WEBP_ALPHA = 0x04, 0x10


def with_notes(data: bytes, kind: Format, notes: Mapping[str, str]) -> bytes:
    """The file with these words in it; as it was where its kind has no place for them.

    `Description` and `Software` are known to other programs. Raises Damaged.
    """
    wanted = {name: text for name, text in notes.items() if text}
    if not wanted:
        return data
    match kind:
        case Format.PNG:
            return _png(data, wanted)
        case Format.JPEG:
            return _jpeg(data, wanted)
        case Format.WEBP:
            return _webp(data, wanted)
    return data


def notes_of(data: bytes) -> dict[str, str]:
    """The words of a PNG that `with_notes` wrote."""
    found = {}
    for name, chunk in png_chunks(data):
        if name == b"iTXt":
            key, _sign, rest = chunk[8:-4].partition(b"\0")
            found[key.decode("latin-1")] = rest[4:].decode("utf-8")
    return found


def _png(data: bytes, notes: Mapping[str, str]) -> bytes:
    parts = [PNG_START]
    for name, chunk in png_chunks(data):
        if name == b"IEND":
            parts += [_text_chunk(key, text) for key, text in notes.items()]
        parts.append(chunk)
    return b"".join(parts)


def _text_chunk(name: str, text: str) -> bytes:
    body = name.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8")
    crc = zlib.crc32(b"iTXt" + body)
    return len(body).to_bytes(4, "big") + b"iTXt" + body + crc.to_bytes(4, "big")


def _jpeg(data: bytes, notes: Mapping[str, str]) -> bytes:
    if data[:2] != b"\xff\xd8":
        raise Damaged
    packet = XMP_NAME + _xmp(notes)
    if len(packet) > MOST_JPEG:
        packet = XMP_NAME + _xmp({"Description": notes.get("Description", "")[:10_000]})
    return data[:2] + b"\xff\xe1" + (len(packet) + 2).to_bytes(2, "big") + packet + data[2:]


def _webp(data: bytes, notes: Mapping[str, str]) -> bytes:
    """The long form of the file has a place for XMP; the short one is turned into it."""
    chunks = [(name, body) for name, body in webp_chunks(data) if name != b"XMP "]
    names = [name for name, _body in chunks]
    if b"VP8X" not in names:
        chunks.insert(0, (b"VP8X", _webp_head(chunks)))
    body = b"WEBP"
    for name, content in (*chunks, (b"XMP ", _xmp(notes))):
        if name == b"VP8X":
            content = bytes([content[0] | WEBP_XMP]) + content[1:]
        body += name + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _webp_head(chunks: list[tuple[bytes, bytes]]) -> bytes:
    """Flags and size, as the only picture in the file says them."""
    for name, content in chunks:
        if name == b"VP8 " and content[3:6] == b"\x9d\x01\x2a":
            width = int.from_bytes(content[6:8], "little") & 0x3FFF
            height = int.from_bytes(content[8:10], "little") & 0x3FFF
            return _extended(0, width, height)
        if name == b"VP8L" and content[:1] == b"\x2f":
            bits = int.from_bytes(content[1:5], "little")
            flags = WEBP_ALPHA if bits >> 28 & 1 else 0
            return _extended(flags, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    raise Damaged


def _extended(flags: int, width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return bytes([flags, 0, 0, 0]) + size


def _xmp(notes: Mapping[str, str]) -> bytes:
    described = escape(notes.get("Description", ""))
    made_with = escape(notes.get("Software", ""), {'"': "&quot;"})
    rest = "\n".join(f"{key}: {text}" for key, text in notes.items()
                     if key not in ("Description", "Software"))  # fmt: skip
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
        f'xmp:CreatorTool="{made_with}">'
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{described}</rdf:li></rdf:Alt>'
        "</dc:description>"
        f'<exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">{escape(rest)}</rdf:li>'
        "</rdf:Alt></exif:UserComment>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()

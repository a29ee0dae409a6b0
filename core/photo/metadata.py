"""EXIF and XMP: what stays true after an edit is kept, what no longer is gets mended."""

from __future__ import annotations

from xml.dom import minidom
from xml.parsers.expat import ExpatError

from PIL import ExifTags, Image

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_TIFF = "http://ns.adobe.com/tiff/1.0/"
_EXIF = "http://ns.adobe.com/exif/1.0/"
_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_XMLNS = "http://www.w3.org/2000/xmlns/"
DIGITAL_SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
"""IPTC's word for: a photo in which a trained model changed parts."""

_EMPTY_XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}"></rdf:RDF></x:xmpmeta>'

# Where a photo was taken, or what it shows, as XMP says it; GPS fields are told by their beginning.
_PLACES = frozenset({
    (_CORE, "Location"), (_CORE, "CountryCode"), (_PHOTOSHOP, "City"), (_PHOTOSHOP, "State"),
    (_PHOTOSHOP, "Country"), (_IPTC_EXT, "LocationCreated"), (_IPTC_EXT, "LocationShown"),
})  # fmt: skip

_Base = ExifTags.Base
# A TIFF's own directory also says how its pixels are stored, which is not true of the file we write.
_DESCRIPTIVE = frozenset({
    _Base.ImageDescription, _Base.Make, _Base.Model, _Base.Orientation, _Base.XResolution,
    _Base.YResolution, _Base.ResolutionUnit, _Base.Software, _Base.DateTime, _Base.Artist, _Base.Copyright,
    _Base.Rating, _Base.XPTitle, _Base.XPComment, _Base.XPAuthor, _Base.XPKeywords, _Base.XPSubject,
})  # fmt: skip


def upright_exif(image: Image.Image, *, turned: bool) -> bytes | None:
    """The picture's EXIF as bytes, saying "upright"; the old thumbnail is left out.

    `turned`: the picture gets turned by 90 degrees, so the recorded width and height change places.
    """
    found = image.getexif()
    if image.format == "TIFF":
        found = _descriptive(found)
    raw = found.tobytes()
    exif = Image.Exif()  # a copy: the picture's own still tells the decoder which way is up
    exif.load(raw)
    has_details = ExifTags.IFD.Exif in exif
    if not exif:
        return None
    if _Base.Orientation in exif:
        exif[_Base.Orientation] = 1
    if turned and has_details:
        details = exif.get_ifd(ExifTags.IFD.Exif)
        width, height = _Base.ExifImageWidth, _Base.ExifImageHeight
        if width in details and height in details:
            details[width], details[height] = details[height], details[width]
    return exif.tobytes()


def _descriptive(exif: Image.Exif) -> Image.Exif:
    kept = Image.Exif()
    kept.update({tag: value for tag, value in exif.items() if tag in _DESCRIPTIVE})
    for tag in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo):
        if tag in exif:
            kept.get_ifd(tag).update(exif.get_ifd(tag))
    return kept


def upright_xmp(packet: bytes | str | None) -> bytes | None:
    """An XMP packet that says "upright"; None when there is none or it is damaged."""
    document = _parse(packet)
    if document is None:
        return None
    for element in document.getElementsByTagName("*"):
        if element.hasAttributeNS(_TIFF, "Orientation"):
            element.removeAttributeNS(_TIFF, "Orientation")
    _remove_elements(document, _TIFF, "Orientation")
    return _bytes(document)


def with_size(raw: bytes | None, width: int, height: int) -> bytes | None:
    """EXIF that tells of another width and height, where it tells of them."""
    if not raw:
        return raw
    exif = Image.Exif()
    exif.load(raw)
    if ExifTags.IFD.Exif in exif:
        details = exif.get_ifd(ExifTags.IFD.Exif)
        for tag, value in ((_Base.ExifImageWidth, width), (_Base.ExifImageHeight, height)):
            if tag in details:
                details[tag] = value
    return exif.tobytes()


def exif_without_place(raw: bytes | None) -> bytes | None:
    """EXIF without its GPS directory."""
    if not raw:
        return raw
    exif = Image.Exif()
    exif.load(raw)
    if ExifTags.IFD.GPSInfo in exif:
        del exif[ExifTags.IFD.GPSInfo]
    return exif.tobytes() if exif else None


def xmp_without_place(packet: bytes | None) -> bytes | None:
    """An XMP packet without coordinates and names of places; None when it is damaged."""
    document = _parse(packet)
    if document is None:
        return None
    for element in list(document.getElementsByTagName("*")):
        for attribute in list(element.attributes.values()):
            if _is_place(attribute.namespaceURI, attribute.localName):
                element.removeAttributeNode(attribute)
        if _is_place(element.namespaceURI, element.localName) and element.parentNode is not None:
            element.parentNode.removeChild(element)
    return _bytes(document)


def _is_place(namespace: str | None, name: str | None) -> bool:
    return (namespace, name) in _PLACES or (namespace == _EXIF and (name or "").startswith("GPS"))


def with_source_type(packet: bytes | None) -> bytes:
    """The packet (or a new one) with IPTC's digital source type set; all else in it stays."""
    document = _parse(packet)
    if document is None or not document.getElementsByTagNameNS(_RDF, "RDF"):
        document = minidom.parseString(_EMPTY_XMP)
    for element in document.getElementsByTagName("*"):
        if element.hasAttributeNS(_IPTC_EXT, "DigitalSourceType"):
            element.removeAttributeNS(_IPTC_EXT, "DigitalSourceType")
    _remove_elements(document, _IPTC_EXT, "DigitalSourceType")
    rdf = document.getElementsByTagNameNS(_RDF, "RDF")[0]
    # A description of its own: its prefixes cannot clash with those of the packet that was there.
    description = document.createElementNS(_RDF, "rdf:Description")
    description.setAttributeNS(_XMLNS, "xmlns:rdf", _RDF)
    description.setAttributeNS(_XMLNS, "xmlns:Iptc4xmpExt", _IPTC_EXT)
    description.setAttributeNS(_RDF, "rdf:about", _subject(document))
    description.setAttributeNS(_IPTC_EXT, "Iptc4xmpExt:DigitalSourceType", DIGITAL_SOURCE_TYPE)
    rdf.appendChild(description)
    return _bytes(document)


def _subject(document: minidom.Document) -> str:
    """All descriptions of a packet must be about the same thing."""
    for description in document.getElementsByTagNameNS(_RDF, "Description"):
        if description.hasAttributeNS(_RDF, "about"):
            return description.getAttributeNS(_RDF, "about")
    return ""


def _remove_elements(document: minidom.Document, namespace: str, name: str) -> None:
    for element in document.getElementsByTagNameNS(namespace, name):
        if element.parentNode is not None:
            element.parentNode.removeChild(element)


def _parse(packet: bytes | str | None) -> minidom.Document | None:
    if not packet:
        return None
    raw = packet.encode() if isinstance(packet, str) else packet
    raw = raw.strip(b"\0 \r\n\t")
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:  # XMP has neither; entity bombs have both
        return None
    try:
        return minidom.parseString(raw)
    except (ExpatError, ValueError, RecursionError):
        return None


def _bytes(document: minidom.Document) -> bytes:
    """The packet in the wrapping that lets programs find it in any file."""
    assert document.documentElement is not None
    begin = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    return f'{begin}\n{document.documentElement.toxml()}\n<?xpacket end="w"?>'.encode()

"""Packs: model weights in safetensors with a descriptor that says what they are."""

from core.packs.descriptor import NetworkEntry, PackDescriptor
from core.packs.pack import Pack, default_pack, find_packs, open_pack, write_pack

__all__ = ["NetworkEntry", "Pack", "PackDescriptor", "default_pack", "find_packs", "open_pack", "write_pack"]

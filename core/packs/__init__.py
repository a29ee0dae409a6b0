"""Packs: model weights in safetensors with a descriptor that says what they are."""

from core.packs.descriptor import DirectionEntry, NetworkEntry, PackDescriptor
from core.packs.pack import Pack, add_directions, add_network, default_pack, find_packs, open_pack, write_pack

__all__ = [
    "DirectionEntry",
    "NetworkEntry",
    "Pack",
    "PackDescriptor",
    "add_directions",
    "add_network",
    "default_pack",
    "find_packs",
    "open_pack",
    "write_pack",
]

"""Makes the real engine. Called on the worker thread, which is where torch gets imported."""

from __future__ import annotations

from app.engine_thread import EngineProtocol


def make_engine() -> EngineProtocol:
    """The engine with the pack that ships. Raises `PackError` when there is none that works."""
    from core.packs import default_pack
    from core.render.engine import Engine

    return Engine(default_pack())

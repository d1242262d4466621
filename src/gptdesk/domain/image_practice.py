"""Pictures that the app draws itself, so that everything can be learnt without a service."""

from __future__ import annotations

from gptdesk.domain.catalogue import ModelFacts, Task
from gptdesk.domain.connections import Connection, ConnectionKind, Endpoint
from gptdesk.domain.images import PRACTICE_ID

PRACTICE = Connection(PRACTICE_ID, "", ConnectionKind.CUSTOM, "", PRACTICE_ID)
"""Stands in the list of connections; the interface gives it its name."""
PRACTICE_ENDPOINT = Endpoint(PRACTICE_ID, "", "", is_local=True)
PRACTICE_FACTS = ModelFacts(
    PRACTICE_ID,
    "",
    Task.IMAGES,
    is_known=True,
    takes=frozenset({"text", "picture"}),
    gives=frozenset({"picture"}),
    sizes=("1024x1024", "1536x1024", "1024x1536"),
    qualities=("auto", "low", "medium", "high"),
    formats=("png", "jpeg", "webp"),
    longest_input=4000,
    details={
        "count_max": 4,
        "any_size": {
            "step": 16,
            "ratio_max": 3,
            "edge_max": 2048,
            "pixels_min": 65_536,
            "pixels_max": 4_194_304,
        },
        "backgrounds": ("auto", "opaque", "transparent"),
        "transparent_formats": ("png", "webp"),
        "compression": (0, 100),
        "compressed_formats": ("jpeg", "webp"),
        "partial_images_max": 3,
        "can_edit": True,
        "edit_pictures_max": 4,
        "has_mask": True,
        "has_variations": True,
    },
)
"""Much like the services, a little smaller: what is learnt here holds there."""

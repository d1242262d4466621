"""Where gptdesk keeps its files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gptdesk.domain.problems import StorageReadOnly
from gptdesk.storage.files import translated

NAME = "gptdesk"
PROFILE_VARIABLE = "GPTDESK_PROFILE"


@dataclass(frozen=True, slots=True)
class Paths:
    """Every place the app writes to. Nothing is created until `create` is called."""

    data: Path
    config: Path
    cache: Path
    logs: Path

    @classmethod
    def for_profile(
        cls, profile: str | Path | None, environment: Mapping[str, str] = os.environ
    ) -> Paths:
        """Everything below the profile folder if there is one, else where the system wants it."""
        if chosen := profile or environment.get(PROFILE_VARIABLE):
            root = Path(chosen).expanduser().absolute()
            return cls(root, root, root / "cache", root / "logs")
        import platformdirs

        return cls(
            platformdirs.user_data_path(NAME, appauthor=False),
            platformdirs.user_config_path(NAME, appauthor=False),
            platformdirs.user_cache_path(NAME, appauthor=False),
            platformdirs.user_log_path(NAME, appauthor=False),
        )

    @property
    def database(self) -> Path:
        return self.data / "gptdesk.db"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def damaged(self) -> Path:
        return self.data / "damaged"

    @property
    def packs(self) -> Path:
        return self.data / "packs"

    @property
    def media(self) -> Path:
        return self.data / "media"

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def connections(self) -> Path:
        return self.config / "connections.json"

    @property
    def model_lists(self) -> Path:
        return self.cache / "models"

    @property
    def thumbnails(self) -> Path:
        return self.cache / "thumbnails"

    @property
    def model_overrides(self) -> Path:
        return self.config / "model-overrides.json"

    @property
    def refused_parameters(self) -> Path:
        return self.config / "refused-parameters.json"

    @property
    def learning(self) -> Path:
        return self.config / "learning.json"

    @property
    def prices(self) -> Path:
        return self.config / "prices.json"

    def create(self) -> None:
        """Make the folders. Raises StorageReadOnly where nothing can be written, or DiskFull."""
        for folder in (self.data, self.config, self.cache, self.logs):
            with translated(folder):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not os.access(folder, os.W_OK | os.X_OK):
                raise StorageReadOnly(str(folder), "the folder cannot be written")

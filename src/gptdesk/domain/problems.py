"""Every failure a person can meet, as a kind and not as a text.

The interface turns a kind into a sentence, a button and an FAQ entry by its `code`. `detail` is
what stands behind "Details": technical, free of secrets.
"""

from __future__ import annotations


class Problem(Exception):
    """A failure the user can understand."""

    code = "unknown"
    can_retry = False

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class Bug(Problem):
    """What nobody foresaw. The traceback is in the log; `detail` holds its last line."""

    code = "bug"
    can_retry = True


# The way to the service


class NetworkDown(Problem):
    """No way to any address at all."""

    code = "network-down"
    can_retry = True


class HostNotFound(Problem):
    """The name of the service could not be looked up."""

    code = "host-not-found"
    can_retry = True

    def __init__(self, host: str = "", detail: str = "") -> None:
        super().__init__(detail)
        self.host = host


class ConnectionRefused(Problem):
    """The computer is there, but nothing listens at this address."""

    code = "connection-refused"
    can_retry = True

    def __init__(self, host: str = "", detail: str = "") -> None:
        super().__init__(detail)
        self.host = host


class TlsFailed(Problem):
    """The secure connection could not be made: certificate, clock, or a filter in between."""

    code = "tls-failed"
    can_retry = True


class ProxyFailed(Problem):
    """The proxy refused or could not be reached."""

    code = "proxy-failed"
    can_retry = True


class ProxyLogin(ProxyFailed):
    """The proxy wants another user name or password."""

    code = "proxy-login"
    can_retry = False


class TimedOut(Problem):
    """The service was silent for too long. `phase` is connect, first or between."""

    code = "timed-out"
    can_retry = True

    def __init__(self, phase: str = "first", detail: str = "") -> None:
        super().__init__(detail)
        self.phase = phase


class ConnectionCut(Problem):
    """The line broke in the middle of the answer."""

    code = "connection-cut"
    can_retry = True


# What the service said


class ConnectionMissing(Problem):
    """The conversation belongs to a connection that is no longer there."""

    code = "connection-missing"


class KeyMissing(Problem):
    """The connection needs a key and has none."""

    code = "key-missing"


class KeyUnusable(Problem):
    """The key holds a character that cannot be sent. `character` is it."""

    code = "key-unusable"

    def __init__(self, character: str = "", detail: str = "") -> None:
        super().__init__(detail)
        self.character = character


class KeyRefused(Problem):
    """401: the service does not know the key."""

    code = "key-refused"


class RegionRefused(Problem):
    """403: the service does not answer requests from this country or region."""

    code = "region-refused"


class AccessRefused(Problem):
    """403: the key may not do this."""

    code = "access-refused"


class OrganizationUnverified(Problem):
    """The service wants the organisation verified before it serves this model."""

    code = "organization-unverified"


class ModelNotFound(Problem):
    """404: the service does not (or no longer) serve this model."""

    code = "model-not-found"

    def __init__(self, model: str = "", detail: str = "") -> None:
        super().__init__(detail)
        self.model = model


class AddressNotFound(Problem):
    """404 without a model: the address of the connection leads nowhere."""

    code = "address-not-found"


class ParameterRefused(Problem):
    """400 that names a parameter which could not be dropped."""

    code = "parameter-refused"

    def __init__(self, name: str = "", detail: str = "") -> None:
        super().__init__(detail)
        self.name = name


class OtherApiNeeded(Problem):
    """The model answers only through the Responses API, and this service does not have it."""

    code = "other-api-needed"

    def __init__(self, model: str = "", detail: str = "") -> None:
        super().__init__(detail)
        self.model = model


class ContextTooLong(Problem):
    """The conversation is longer than the model can read."""

    code = "context-too-long"


class RequestTooLarge(Problem):
    """413: what was sent is too large."""

    code = "request-too-large"


class RequestRefused(Problem):
    """Another 4xx: the service did not accept the request."""

    code = "request-refused"

    def __init__(self, status: int = 400, detail: str = "") -> None:
        super().__init__(detail)
        self.status = status


class ContentRefused(Problem):
    """The safety rules of the service refused the question."""

    code = "content-refused"


class RateLimited(Problem):
    """429: too fast. `retry_after` is in seconds where the service says it."""

    code = "rate-limited"
    can_retry = True

    def __init__(self, retry_after: float | None = None, detail: str = "") -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class CreditExhausted(Problem):
    """429 or 402: the account has no money left. Never tried again by itself."""

    code = "credit-exhausted"


class ServiceFailed(Problem):
    """5xx: the trouble is on the service's side."""

    code = "service-failed"
    can_retry = True

    def __init__(
        self, status: int = 500, retry_after: float | None = None, detail: str = ""
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.retry_after = retry_after


class NotAnApi(Problem):
    """The address answers with a web page instead of data."""

    code = "not-an-api"


class AnswerBroken(Problem):
    """The answer is no valid JSON or has another shape than agreed."""

    code = "answer-broken"
    can_retry = True


class NotReadOut(AnswerBroken):
    """A model that was to read a text aloud said something else."""

    code = "not-read-out"


class AnswerIncomplete(Problem):
    """The stream ended without saying that the answer is over."""

    code = "answer-incomplete"
    can_retry = True


class AnswerEmpty(Problem):
    """The service finished without a word."""

    code = "answer-empty"
    can_retry = True


# This computer


class DiskFull(Problem):
    code = "disk-full"
    can_retry = True


class StorageReadOnly(Problem):
    """The storage folder cannot be written."""

    code = "storage-read-only"
    can_retry = True

    def __init__(self, path: str = "", detail: str = "") -> None:
        super().__init__(detail)
        self.path = path


class StorageDamaged(Problem):
    """The database cannot be read; `copy` is where the damaged file was put."""

    code = "storage-damaged"

    def __init__(self, copy: str = "", detail: str = "") -> None:
        super().__init__(detail)
        self.copy = copy


class StorageNewer(Problem):
    """The database was written by a newer gptdesk and is left untouched."""

    code = "storage-newer"


class SettingsDamaged(Problem):
    """The settings file cannot be read; `copy` is where it was put."""

    code = "settings-damaged"

    def __init__(self, copy: str = "", detail: str = "") -> None:
        super().__init__(detail)
        self.copy = copy


class BackupUnusable(Problem):
    """The chosen backup cannot be restored; nothing was changed."""

    code = "backup-unusable"


class KeyringMissing(Problem):
    """This system has no keyring that answers."""

    code = "keyring-missing"


class KeyringLocked(Problem):
    """The keyring is there but locked."""

    code = "keyring-locked"
    can_retry = True


class KeyringFailed(Problem):
    """The keyring did not give back what was stored, or did not answer in time."""

    code = "keyring-failed"
    can_retry = True


# The offline pack


class PackMissing(Problem):
    """The offline pack is not installed."""

    code = "pack-missing"


class PackDamaged(Problem):
    """A file of the offline pack is not what it should be."""

    code = "pack-damaged"


class DownloadFailed(Problem):
    """None of the sources of a file could be reached or gave the right file."""

    code = "download-failed"
    can_retry = True


class DiskTooSmall(Problem):
    """Not enough free space. Sizes in bytes."""

    code = "disk-too-small"
    can_retry = True

    def __init__(self, needed: int = 0, free: int = 0, detail: str = "") -> None:
        super().__init__(detail)
        self.needed = needed
        self.free = free


class EngineUnsupported(Problem):
    """The engine cannot run on this computer (no build for it, or an old processor)."""

    code = "engine-unsupported"


class EngineCrashed(Problem):
    """The engine died twice in a row; once it is started again silently."""

    code = "engine-crashed"
    can_retry = True


# Pictures


class PictureProblem(Problem):
    """A file that cannot be sent as a picture. `name` is the file's, empty for pasted ones."""

    code = "picture-unusable"

    def __init__(self, name: str = "", detail: str = "") -> None:
        super().__init__(detail)
        self.name = name


class PictureEmpty(PictureProblem):
    """There is nothing in the file."""

    code = "picture-empty"


class PictureUnreadable(PictureProblem):
    """The file is not there, or may not be read."""

    code = "picture-unreadable"


class NotAPicture(PictureProblem):
    """It holds something else, whatever its name says: a document, a page, an archive."""

    code = "not-a-picture"


class PictureBroken(PictureProblem):
    """It is cut off or damaged."""

    code = "picture-broken"


class PictureTooLarge(PictureProblem):
    """It has more bytes or pixels than can be opened safely, or cannot be made small enough."""

    code = "picture-too-large"


class PictureFormatUnknown(PictureProblem):
    """A picture, but of a format that this computer cannot open. `format` is its name."""

    code = "picture-format-unknown"

    def __init__(self, name: str = "", format: str = "", detail: str = "") -> None:
        super().__init__(name, detail)
        self.format = format


class AttachmentMissing(Problem):
    """The file of a picture that was sent earlier is gone."""

    code = "attachment-missing"


# Sound


class MicrophoneMissing(Problem):
    """No microphone is connected, or the system has no sound server."""

    code = "microphone-missing"
    can_retry = True


class MicrophoneDenied(Problem):
    """The system does not let gptdesk listen."""

    code = "microphone-denied"
    can_retry = True


class MicrophoneLost(Problem):
    """The microphone was unplugged or stopped giving sound; what was recorded is kept."""

    code = "microphone-lost"
    can_retry = True


class SpeakerMissing(Problem):
    """Nothing to play on. Saving to a file still works."""

    code = "speaker-missing"
    can_retry = True


class SoundMissing(Problem):
    """The file with the sound is no longer there."""

    code = "sound-missing"

    def __init__(self, name: str = "", detail: str = "") -> None:
        super().__init__(detail)
        self.name = name


class SoundUnreadable(Problem):
    """No sound can be made out in the file. `reason` is empty, silent-video, stuck or unknown."""

    code = "sound-unreadable"

    def __init__(self, name: str = "", reason: str = "unknown", detail: str = "") -> None:
        super().__init__(detail)
        self.name = name
        self.reason = reason


class SoundFormatUnknown(Problem):
    """gptdesk cannot write this format itself."""

    code = "sound-format-unknown"

    def __init__(self, suffix: str = "", detail: str = "") -> None:
        super().__init__(detail)
        self.suffix = suffix


class SoundNotWritten(Problem):
    """The encoder gave up; the samples are still there."""

    code = "sound-not-written"
    can_retry = True


class RecordingTooLong(Problem):
    """The recording reached its limit and was ended; it is kept."""

    code = "recording-too-long"

    def __init__(self, hours: float = 0, detail: str = "") -> None:
        super().__init__(detail)
        self.hours = hours


class TranscriptUnreadable(Problem):
    """The file is no transcript that gptdesk wrote, or one of a later version."""

    code = "transcript-unreadable"

    def __init__(self, name: str = "", *, is_newer: bool = False, detail: str = "") -> None:
        super().__init__(detail)
        self.name = name
        self.is_newer = is_newer

"""Sound for the whole app: devices, recording, playing, and files as samples.

Nothing here loads QtMultimedia while it is imported; the first use does, off the UI thread.

- `reader.QtSoundReader` and `writer.QtSoundWriter`: the ports SoundReader and SoundWriter, for
  services: any audio or video file as mono samples of 16 bits; samples as WAV, FLAC or M4A.
- `wav.GrowingWav`: a WAV that can be read while it is written; `wav.repair(path)` after a crash.
"""

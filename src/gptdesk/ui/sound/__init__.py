"""Sound for the whole app: devices, recording, playing, and files as samples.

Nothing here loads QtMultimedia while it is imported; the first use does, off the UI thread.
Lengths and positions are in seconds, samples are mono and signed 16 bits, little-endian.

For services, as ports of the domain:

- `reader.QtSoundReader()` is the SoundReader: `info(path)`, and `samples(path, rate, start, stop)`
  of any audio or video file.
- `writer.QtSoundWriter()` is the SoundWriter: `write(path, chunks, rate)` into .wav, .flac, .m4a.
- `wav.GrowingWav(path, rate)`: a WAV that can be read and played while it is written;
  `wav.repair(path)` after a crash gives back all that had reached the disk.

For tabs, all of the UI thread, each with `close()`:

- `devices.Devices()`: one for the app; `look()`, then `changed`, `microphones`, `speakers`.
- `recorder.Recorder(devices)`: `start(path, microphone=name)`, `pause`, `resume`, `stop`; signals
  `heard` (level and seconds), `failed`, `finished(path, seconds)`.
- `player.Player(devices)`: `open(path)` for a file, or `open_growing(path, rate)` and `grow(...)`
  for one that is being written; `play`, `pause`, `seek`, `set_speed`, `set_loop`.
- `peaks.Peaks(cache_folder)`: `find(path)`, then `found(path, peaks)`; `peaks.Outline` for samples
  that arrive.
- `waveform_player.WaveformPlayer(player)`: the widget with play button, bars and pieces.
- `meter.LevelMeter()`: the bar beside a recording.
"""

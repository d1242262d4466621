"""The editing canvas of the Images tab: zoom, mask, crop and notes over one picture.

A page puts a `PictureEditor` (module `editor`) in its middle and knows nothing else of it:

    editor = PictureEditor(CoreWork(calls))     # module `work`; `calls` is runtime.calls.Calls
    editor.toolbar.add_leading(back_button)     # the page's own way back, before the tools
    editor.set_notes_offered(model_reads_notes)
    editor.open(path, "photo.jpg")              # or bytes, or a QImage; then `opened` or `failed`
    editor.edited.connect(...)                  # then read `painted` (0 to 1), `size_in_pixels`
    editor.failed.connect(...)                  # a Problem; nothing was changed
    editor.fit(FitLimits(...), extends=False)   # domain.picture_fitting; one step of undo
    editor.mask_png(size=None)                  # at once: RGBA, transparent where it is painted
    editor.export(take)                         # `take` gets an Export, written in another thread

`domain.picture_fitting.faults(editor.size_in_pixels, limits)` says what a model would not take.
`Export` (module `export`) has `picture`, `mask` (None if nothing is painted) and `marked` (the
picture with the notes in its pixels, None without notes), all PNG files of `size`.

Beside it, for results: `ui.images.compare.BeforeAfter` (a slider between two pictures),
`compare_two.CompareTwo` (side by side, zoomed together) and `viewer.PictureViewer` (the whole
screen). They show `Levels`, which `runtime.large_pictures.open_large` makes of a file, bytes or
an image; let `work` do that: `work.run(partial(open_large, data), view, failed)`.

The editor keeps no files. While it works (`document.is_busy`) it takes no strokes and says so.
Its parts: `document` (picture, mask, notes and undo), `toolbox` (which tool), `view` (what is
seen), `toolbar` and the rows in `bars`. Sums about pixels are in `domain` (`mask`, `mask_shapes`,
`mask_png`, `picture_steps`, `picture_fitting`), changes of all pixels in `runtime.large_pictures`.
"""

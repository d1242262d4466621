"""The gallery of the Images tab: every picture with its story, found, walked through and reused.

`GalleryPresenter(core, gallery, parent, settings=…)` makes it; its `view` is the widget that goes
onto the stage, and the list of pictures in it is called `images.gallery`. Call `start()` when it is
first shown, `refresh()` when something was made or marked elsewhere, `go_to(id)` to show one
picture, `language_changed()`, `settings_changed()` and `shutdown()` as with other presenters.

What it cannot do itself it asks for, with a PictureRecord: `reuse_settings`, `edit`, `vary`,
`use_as_reference`, `show`, `send_to_chat` (with the QImage as well). `make_wanted` comes from the
empty gallery, `changed` after pictures were deleted, restored or marked, `deleted` with their ids,
`faq_requested` with an entry's id, `notes_chosen` with whether saved files hold their prompt.
"""

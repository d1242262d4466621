"""The model explorer of the Learn tab: tables of services, models, prices and what runs at home.

    page = ExplorerPage()                      # object name "learn.models"
    page.show_catalogue(load_catalogue())      # reads open models and graphics cards itself
    page.set_money(money_of(settings))
    page.set_in_use((("openai", "gpt-…"),))    # service and model of the user's connections
    page.set_computer(this_computer())         # in a thread: asking the driver takes a moment
    page.use_model.connect(...)                # service id, model: only models that chat

`ExplorerPresenter(page, calls, catalogue, connections, prices, this_computer)` of `presenter.py`
does the middle steps; `use_settings` and `refresh` tell it of changes. Everything shown comes from
the catalogue's data files; it works without any network.
"""

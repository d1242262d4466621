"""The playground of the Learn tab: how models cut texts, and how near texts are in meaning.

    page = PlaygroundPage()                    # object name "learn.playground"
    page.use_text.connect(...)                 # a text that is to go into Chat's composer
    page.action.connect(...)                   # "settings": a notice asks for the connections
    page.faq_requested.connect(...)            # the id of an FAQ entry
    page.show_part("meaning")                  # or "tokens", with page.tokens.set_text(...)

    TokenPresenter(page.tokens, calls, TokenService(tokenizer, tokenizer, prices), catalogue)
    MeaningPresenter(page.meaning, calls, EmbeddingService(...))

Both presenters have `use_settings(settings)` for the currency, TokenPresenter `set_in_use`, and
MeaningPresenter `refresh()` for when connections have changed. They end with `shutdown()`,
and what they asked for with `calls.shutdown()`.
"""

"""Parts that every tab uses, drawn as the tokens say."""

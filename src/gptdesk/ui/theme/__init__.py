"""Colours, fonts, icons and the style sheet, all made from one file of tokens."""

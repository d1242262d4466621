"""What the person sees; tabs do not know each other."""

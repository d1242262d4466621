"""Settings: everything the user can choose about the app itself."""

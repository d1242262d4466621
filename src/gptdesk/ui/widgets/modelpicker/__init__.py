"""The choice of a model, for every tab that needs one."""

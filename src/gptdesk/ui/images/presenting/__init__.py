"""What stands between the Images page and the services, part by part."""

"""What stands between the wall and the services, part by part."""

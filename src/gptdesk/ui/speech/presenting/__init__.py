"""What stands between the Speech page and the services, part by part."""

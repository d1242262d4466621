"""What the Images tab shows: pictures, jobs on their way, and the newest results."""

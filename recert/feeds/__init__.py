"""Read course and program listings from those who publish them, one folder to a format or publisher."""

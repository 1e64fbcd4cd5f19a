"""Copies to take away: the offline folder and zip."""

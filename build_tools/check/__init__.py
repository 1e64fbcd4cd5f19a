"""Findings: what the build was unsure of, one table code to meaning."""

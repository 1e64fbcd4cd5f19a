"""Bytes of a newspaper issue to an `Issue`: read, classify lines, group stories."""

"""What is known before any issue is read: CC-CEDICT, HSK lists, phrases, overrides."""

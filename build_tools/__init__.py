"""Kanbao: the text of a Chinese newspaper issue to a bilingual reading site."""

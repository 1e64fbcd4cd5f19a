"""Bytes to lines of text: encodings, PDFs, Word documents, web pages."""

"""Lines to stories: mended paragraphs, where stories open, what stands over them."""

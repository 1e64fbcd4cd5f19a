"""The split as an editor sees, corrects and questions it."""

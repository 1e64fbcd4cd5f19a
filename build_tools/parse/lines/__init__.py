"""What each line of a text is: heading, byline, credit, furniture, running text."""

"""`AnnotatedIssue` to pages: the page notation, its Markdown extension, the finished site."""

"""`Issue` to `AnnotatedIssue`: sentences, words, readings, names, glosses, English."""

"""What the command line and the site share: words of kinds and fields, typed texts into acts and their
writing, what goes wrong said plainly, lines of a timeline, names of subjects, numbers as people read them."""

"""Scripts of developers: they are run in a source tree and do not come with the program."""

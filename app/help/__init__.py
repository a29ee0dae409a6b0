"""What explains the program: the guide, the tour, whose work it stands on."""

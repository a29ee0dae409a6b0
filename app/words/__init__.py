"""What a person reads: translations, and the words for edits."""

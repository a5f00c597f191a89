"""Discord: interactions in, components out."""

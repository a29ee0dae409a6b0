"""Moving pictures: frames in, frames out, and a still that moves as somebody in a video does."""

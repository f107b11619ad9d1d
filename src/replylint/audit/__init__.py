"""Many conversations at once: streamed, scored, stored, compared and reported."""

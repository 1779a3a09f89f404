"""Who is who: mentions in, ids out."""

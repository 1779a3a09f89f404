"""Files in, articles out: decoding, page splitting, line repair."""

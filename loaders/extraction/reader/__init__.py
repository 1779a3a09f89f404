"""The reader: a joint character encoder that finds who, where, which event, and what joins them."""

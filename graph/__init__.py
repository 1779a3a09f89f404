"""The graph room: what the graph is, and the stores that hold it."""

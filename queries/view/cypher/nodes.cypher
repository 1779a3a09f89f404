// All nodes of one kind.
MATCH (n:Kind) RETURN n

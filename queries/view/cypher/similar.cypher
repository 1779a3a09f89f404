// Names that hold these characters: what to offer when nobody is called so.
MATCH (n:Kind) WHERE n.name CONTAINS $name OR any(alias IN n.aliases WHERE alias CONTAINS $name)
RETURN DISTINCT n.name AS name ORDER BY size(name), name LIMIT 8

"""The stores: embedded (ArcadeDB) and Neo4j, behind one interface."""

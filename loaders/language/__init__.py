"""What words of official Chinese mean wherever they stand: numbers, and names that only point."""

"""What was found in an article, and what found it: for the terminal, and as one page."""

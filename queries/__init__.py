"""The queries room: questions, tables, networks, pictures."""

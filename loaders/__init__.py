"""The loaders room: articles in, records and graph out."""

"""Files in, articles out: walking, decoding, page splitting, line repair, metadata."""

from loaders.articles.model import Metadata, Refused, SourceArticle
from loaders.articles.read import read_paths

__all__ = ["Metadata", "Refused", "SourceArticle", "read_paths"]

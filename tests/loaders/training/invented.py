"""An article that never was, with its annotation."""

from typing import Any

ARTICLE: dict[str, Any] = {
    "id": "a1",
    "title": "全区工作会议召开",
    "text": "区委书记王强出席全区工作会议并讲话。李明、记者站在场。王强要求，东区柳河镇要抓好落实。",
    "family": "invented",
}
GOLD: dict[str, Any] = {
    "id": "a1",
    "persons": [{"name": "王强"}, {"name": "李明"}],
    "organizations": [{"name": "区委"}],
    "places": [{"name": "柳河镇"}, {"name": "东区"}],
    "events": [{"id": "E1", "name": "全区工作会议", "aliases": [], "kind": "meeting"}],
    "holds_post": [["王强", "书记", "区委"]],
    "attended": [["王强", "E1"]],
    "spoke_at": [["王强", "E1"]],
    "chaired": [],
    "organized": [],
    "located_in": [["柳河镇", "东区"]],
    "responsible_for": [],
    "optional": {"organizations": ["记者站"], "attended": [["李明", "E1"]]},
}

"""Titles of which a government consists."""

from __future__ import annotations

import re

LEVELS = "省市州县区旗乡镇"
HEADS_GOVERNMENT = re.compile(rf"(?:常务副|副|代理|代)?(?P<level>[{LEVELS}])长")
"""The head of a territory and the deputies: of them its government consists, says the law on local governments
(地方各级人民代表大会和地方各级人民政府组织法)."""

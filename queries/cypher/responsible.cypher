// topic: responsibility
// zh: 谁负责什么？
// en: Who is responsible for what?
// params:
//   who: {type: string, default: null, zh: 人或机构, en: person or organization, example: 赵丽华}
//   matter: {type: string, default: null, zh: 事项所含字词, en: words of the matter, example: 安全}
//   kind: {type: string, default: null, words: [duty, task], zh: 职责或任务, en: duty or task}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '文章没有写明由谁负责。', en: No article says so.}
// columns:
//   name: {zh: 责任者, en: who, about: {zh: 负责的人、机构或职务。, en: 'Who answers for it: a person, a body or a post.'}}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   matter: {zh: 事项, en: matter}
//   kind: {zh: 类别, en: kind, about: {zh: 职责是长期分管，任务是某次布置。, en: 'A duty stands; a task was demanded once.'}}
//   verb: {zh: 原词, en: verb, about: {zh: '文中的说法：分管、联系、协助、要求等。', en: 'The article’s word for it: to be in charge of, to keep contact with, to help with, to be told to.'}}
//   confidence: {zh: 可信度, en: confidence}
//   first_seen: {zh: 首见, en: first seen}
//   last_seen: {zh: 末见, en: last seen}
//   evidence: {zh: 依据, en: evidence}
MATCH (who:Person|Organization|Post)-[r:RESPONSIBLE_FOR]->(m:Matter)
WHERE ($who IS NULL OR who.name = $who OR $who IN who.aliases)
  AND ($matter IS NULL OR m.name CONTAINS $matter)
  AND ($kind IS NULL OR r.kind = $kind)
  AND ($place IS NULL OR who.jurisdiction CONTAINS $place)
RETURN who.name AS name, who.jurisdiction AS jurisdiction, m.name AS matter, r.kind AS kind, r.verb AS verb,
       r.confidence AS confidence, r.first_seen AS first_seen, r.last_seen AS last_seen, r.evidence AS evidence
ORDER BY jurisdiction, CASE WHEN $matter IS NULL THEN name END, first_seen, name, matter, who.id

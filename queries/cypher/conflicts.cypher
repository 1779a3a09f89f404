// topic: sources
// zh: 哪些只设一人的职务，同一时期见有两人？
// en: Which posts for one person were two people seen in at a time?
// params:
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '没有只设一人的职务在同一时期见有两人。', en: No post for one person had two at a time.}
// columns:
//   title: {zh: 职务, en: title}
//   organization: {zh: 机构, en: organization}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   one: {zh: 甲, en: one}
//   one_seen: {zh: 甲任职起止, en: seen}
//   other: {zh: 乙, en: other}
//   other_seen: {zh: 乙任职起止, en: seen}
//   evidence: {zh: 依据, en: evidence}
MATCH (p:Person)-[r:HOLDS_POST]->(post:Post)<-[s:HOLDS_POST]-(q:Person)
WHERE p.id < q.id
  AND ($place IS NULL OR post.jurisdiction CONTAINS $place)
  AND NOT post.title =~ '.*(副|常委|委员|代表|成员|教授|研究员|职工|民警|记者|队员|干事|科员|教师|医生|护士|志愿者).*'
WITH post, p, r, q, s, coalesce(CASE WHEN r.start < r.first_seen THEN r.start
                                     WHEN r.end < r.first_seen THEN r.end ELSE r.first_seen END, r.start) AS came,
     coalesce(CASE WHEN r.end < r.start AND NOT r.start STARTS WITH r.end THEN r.last_seen ELSE r.end END,
              r.last_seen) AS left,
     coalesce(CASE WHEN s.start < s.first_seen THEN s.start
                   WHEN s.end < s.first_seen THEN s.end ELSE s.first_seen END, s.start) AS came2,
     coalesce(CASE WHEN s.end < s.start AND NOT s.start STARTS WITH s.end THEN s.last_seen ELSE s.end END,
              s.last_seen) AS left2
WHERE came < left2 AND came2 < left AND NOT left2 STARTS WITH came AND NOT left STARTS WITH came2
RETURN post.title AS title, post.organization AS organization, post.jurisdiction AS jurisdiction, p.name AS one,
       came + '/' + left AS one_seen, q.name AS other, came2 + '/' + left2 AS other_seen, r.evidence + s.evidence AS evidence
ORDER BY jurisdiction, organization, title, one, other, p.id, q.id

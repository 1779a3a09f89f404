// topic: posts
// zh: 某职务的前任、继任是谁？
// en: Who came before and after in a post?
// params:
//   title: {type: string, default: null, zh: 职务（可连同机构）, en: 'title, with or without its organization', example: 县住建局局长}
//   organization: {type: string, default: null, zh: 机构, en: organization, example: 县住建局}
//   place: {type: string, default: null, zh: 辖区（可写一部分）, en: jurisdiction or a part of its name, example: 云澜}
// none: {zh: '任职者先后不明，或此职务可由多人同时担任。', en: 'Their order is not known, or several hold such a post at a time.'}
// columns:
//   title: {zh: 职务, en: title}
//   organization: {zh: 机构, en: organization}
//   person: {zh: 姓名, en: person}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   came: {zh: 起, en: from}
//   left: {zh: 止, en: to}
//   predecessor: {zh: 前任, en: predecessor}
//   successor: {zh: 继任, en: successor}
//   evidence: {zh: 依据, en: evidence}
MATCH (post:Post)
WHERE ($title IS NULL AND COUNT { (post)<-[:HOLDS_POST]-(:Person) } > 1
       OR $title ENDS WITH post.title OR $title IN post.aliases)
  // Where several serve side by side, nobody comes after anybody.
  AND NOT post.title =~ '.*(副|常委|委员|代表|成员|教授|研究员|职工|民警|记者|队员|干事|科员|教师|医生|护士|志愿者).*'
WITH DISTINCT post
MATCH (post)<-[r:HOLDS_POST]-(p:Person)
OPTIONAL MATCH (post)-[:POST_OF]->(o:Organization)
WITH p, r, post, o, coalesce(post.organization, o.name, '') AS organization,
     coalesce(CASE WHEN r.start < r.first_seen THEN r.start
                   WHEN r.end < r.first_seen THEN r.end ELSE r.first_seen END, r.start) AS came,
     coalesce(CASE WHEN r.end < r.start AND NOT r.start STARTS WITH r.end THEN r.last_seen ELSE r.end END,
              r.last_seen) AS left
WHERE ($title IS NULL OR $title = post.title OR $title IN post.aliases OR $title = organization + post.title)
  AND ($organization IS NULL OR organization = $organization OR o.name = $organization OR $organization IN o.aliases)
  AND ($place IS NULL OR p.jurisdiction CONTAINS $place)
  // A title whose organization is not known may be of several (秘书长), unless a jurisdiction has only one (县长).
  AND (organization <> '' OR post.title =~ '(代理|代)?(省|市|州|区|县|旗|镇|乡|村)长')
WITH post, organization, p, r, came, left ORDER BY came, left, p.id
WITH post, organization, collect({
  person: p.name, jurisdiction: p.jurisdiction, came: came, left: left, stated: r.end IS NOT NULL AND left = r.end,
  evidence: r.evidence}) AS line
UNWIND range(0, size(line) - 1) AS i
WITH post, organization, i, line[i] AS here, CASE WHEN i > 0 THEN line[i - 1] END AS before,
     CASE WHEN i + 1 < size(line) THEN line[i + 1] END AS after
WITH post, organization, i, here,
     CASE WHEN before.left < here.came OR before.left STARTS WITH here.came AND before.stated
          THEN before.person END AS predecessor,
     CASE WHEN here.left < after.came OR here.left STARTS WITH after.came AND here.stated
          THEN after.person END AS successor
WHERE $title IS NOT NULL OR predecessor IS NOT NULL OR successor IS NOT NULL
RETURN post.title AS title, organization, here.person AS person, here.jurisdiction AS jurisdiction, here.came AS came,
       here.left AS left, predecessor, successor, here.evidence AS evidence
ORDER BY jurisdiction, organization, title, post.id, i

// topic: sources
// zh: 哪些名称、别称、原句含有这些字词？
// en: Where do these words stand, in names, aliases and sentences?
// params:
//   words: {type: string, zh: '要找的字词（空格隔开的须同时出现）', en: 'words; all of them, if there are several', example: 自建房}
// columns:
//   kind: {zh: 类别, en: kind, about: {zh: 找到的是人物、机构、原句还是其他。, en: 'What was found: a person, a body, a sentence and so on.'}}
//   name: {zh: 名称或原句, en: name or sentence, about: {zh: 含有这些字词的名称或句子。, en: The name or sentence that has the words.}}
//   jurisdiction: {zh: 辖区, en: jurisdiction}
//   published: {zh: 发布日期, en: published}
//   article: {zh: 文章, en: article}
//   evidence: {zh: 依据, en: evidence}
WITH [word IN split(replace(replace(replace($words, '"', ' '), '\\', ' '), '　', ' '), ' ') WHERE word <> ''] AS words,
     '0123456789.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ' AS latin
WHERE size(words) > 0
WITH words, latin, reduce(all = '', word IN words | all + ' ' + word) AS line
// The index holds pairs of characters, and numbers whole: 第 beside 5 in 第5次会议 is in neither. So it is asked for the
// runs of two characters and more, and what it gives is looked at again; without such a run every sentence is looked at.
WITH words, [run IN split(reduce(all = '', i IN range(0, size(line) - 1) | all +
       CASE WHEN latin CONTAINS substring(line, i, 1) THEN ' ' ELSE substring(line, i, 1) END), ' ') WHERE size(run) > 1] AS terms
CALL (words, terms) {
  MATCH (n:Person|Organization|Place|Event|Post|Matter)
  WHERE any(name IN coalesce(n.aliases, []) + [n.name] WHERE all(word IN words WHERE name CONTAINS word))
  RETURN 1 AS part, labels(n)[0] AS kind, n.name AS name, n.jurisdiction AS jurisdiction, null AS published,
         null AS article, [(n)<-[:MENTIONS]-(s:Sentence) | s.id] AS evidence, n.id AS id
  UNION ALL
  WITH words, terms
  WHERE size(terms) = 0
  MATCH (s:Sentence)
  WHERE all(word IN words WHERE replace(s.text, '\n', '') CONTAINS word)
  MATCH (s)<-[:HAS_SENTENCE]-(a:Article)
  RETURN 2 AS part, 'Sentence' AS kind, s.text AS name, a.place AS jurisdiction, a.published AS published,
         a.title AS article, [s.id] AS evidence, s.id AS id
  UNION ALL
  WITH words, terms
  WHERE size(terms) > 0
  CALL db.index.fulltext.queryNodes('sentence_text',
    reduce(all = '', term IN terms | all + CASE WHEN all = '' THEN '' ELSE ' AND ' END + '"' + term + '"'))
  YIELD node AS s
  WITH s, words
  WHERE all(word IN words WHERE replace(s.text, '\n', '') CONTAINS word)
  MATCH (s)<-[:HAS_SENTENCE]-(a:Article)
  RETURN 2 AS part, 'Sentence' AS kind, s.text AS name, a.place AS jurisdiction, a.published AS published,
         a.title AS article, [s.id] AS evidence, s.id AS id
}
RETURN kind, name, jurisdiction, published, article, evidence
ORDER BY part, kind, published, name, id

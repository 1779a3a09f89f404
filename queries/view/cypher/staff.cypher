// An organization's posts, and those who hold them.
UNWIND $ids AS wanted
MATCH (o:Organization {id: wanted})<-[of:POST_OF]-(post:Post)
OPTIONAL MATCH (post)<-[holds:HOLDS_POST]-(person:Person)
RETURN o, of, post, holds, person

CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE counters (
	name TEXT NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT pk_counters PRIMARY KEY (name)
);
CREATE TABLE outlets (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	country VARCHAR(3), 
	CONSTRAINT pk_outlets PRIMARY KEY (id), 
	CONSTRAINT uq_outlets_name UNIQUE (name)
);
CREATE TABLE articles (
	id INTEGER NOT NULL, 
	hash VARCHAR(32) NOT NULL, 
	given_id TEXT NOT NULL, 
	outlet_id INTEGER, 
	published TEXT, 
	first VARCHAR(10), 
	last VARCHAR(10), 
	added TEXT NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_articles PRIMARY KEY (id), 
	CONSTRAINT uq_articles_hash UNIQUE (hash), 
	CONSTRAINT fk_articles_outlet_id FOREIGN KEY(outlet_id) REFERENCES outlets (id)
);
CREATE INDEX ix_articles_given_id ON articles (given_id);
CREATE INDEX ix_articles_outlet_id ON articles (outlet_id);
CREATE INDEX ix_articles_first ON articles (first);
CREATE TABLE records (
	article_id INTEGER NOT NULL, 
	reader TEXT NOT NULL, 
	read TEXT NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_records PRIMARY KEY (article_id), 
	CONSTRAINT fk_records_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE decisions (
	id INTEGER NOT NULL, 
	made TEXT NOT NULL, 
	who TEXT NOT NULL, 
	why TEXT, 
	verb TEXT NOT NULL, 
	hash VARCHAR(32), 
	body TEXT NOT NULL, 
	CONSTRAINT pk_decisions PRIMARY KEY (id)
);
CREATE INDEX ix_decisions_hash ON decisions (hash);
CREATE TABLE names (
	id INTEGER NOT NULL, 
	folded TEXT NOT NULL, 
	CONSTRAINT pk_names PRIMARY KEY (id), 
	CONSTRAINT uq_names_folded UNIQUE (folded)
);
CREATE TABLE actors (
	id INTEGER NOT NULL, 
	article_id INTEGER NOT NULL, 
	ref TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	name_id INTEGER NOT NULL, 
	latin TEXT, 
	country VARCHAR(3), 
	sector TEXT, 
	role TEXT, 
	CONSTRAINT pk_actors PRIMARY KEY (id), 
	CONSTRAINT uq_actors_article_id_ref UNIQUE (article_id, ref), 
	CONSTRAINT fk_actors_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE, 
	CONSTRAINT fk_actors_name_id FOREIGN KEY(name_id) REFERENCES names (id)
);
CREATE INDEX ix_actors_name_id ON actors (name_id);
CREATE INDEX ix_actors_country_article_id ON actors (country, article_id);
CREATE TABLE findings (
	id INTEGER NOT NULL, 
	article_id INTEGER NOT NULL, 
	outlet_id INTEGER, 
	part TEXT NOT NULL, 
	ref TEXT NOT NULL, 
	type TEXT, 
	mode TEXT, 
	act TEXT, 
	status TEXT, 
	first VARCHAR(10), 
	last VARCHAR(10), 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	CONSTRAINT pk_findings PRIMARY KEY (id), 
	CONSTRAINT uq_findings_article_id_part_ref UNIQUE (article_id, part, ref), 
	CONSTRAINT fk_findings_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE parties (
	finding_id INTEGER NOT NULL, 
	n SMALLINT NOT NULL, 
	side TEXT NOT NULL, 
	country VARCHAR(3), 
	actor_id INTEGER, 
	CONSTRAINT pk_parties PRIMARY KEY (finding_id, n), 
	CONSTRAINT fk_parties_finding_id FOREIGN KEY(finding_id) REFERENCES findings (id) ON DELETE CASCADE, 
	CONSTRAINT fk_parties_actor_id FOREIGN KEY(actor_id) REFERENCES actors (id) ON DELETE CASCADE
);
CREATE INDEX ix_parties_actor_id ON parties (actor_id);
CREATE INDEX ix_parties_country_finding_id ON parties (country, finding_id);
CREATE TABLE positions (
	finding_id INTEGER NOT NULL, 
	issue TEXT NOT NULL, 
	stance TEXT NOT NULL, 
	CONSTRAINT pk_positions PRIMARY KEY (finding_id, issue), 
	CONSTRAINT fk_positions_finding_id FOREIGN KEY(finding_id) REFERENCES findings (id) ON DELETE CASCADE
);
CREATE INDEX ix_positions_issue_finding_id ON positions (issue, finding_id);
CREATE VIRTUAL TABLE article_words USING fts5 (words, content='', tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE finding_words USING fts5 (words, content='', tokenize="unicode61 remove_diacritics 0");
INSERT INTO alembic_version VALUES ('0001');
INSERT INTO counters ("name", "last") VALUES ('outlets', 1);
INSERT INTO counters ("name", "last") VALUES ('articles', 2);
INSERT INTO counters ("name", "last") VALUES ('names', 3);
INSERT INTO counters ("name", "last") VALUES ('actors', 3);
INSERT INTO counters ("name", "last") VALUES ('findings', 3);
INSERT INTO names ("id", "folded") VALUES (1, 'وزير الخارجيه المصري');
INSERT INTO names ("id", "folded") VALUES (2, 'السفير التركي');
INSERT INTO names ("id", "folded") VALUES (3, 'محمد السوداني');
INSERT INTO outlets ("id", "name", "country") VALUES (1, 'صدى', NULL);
INSERT INTO articles ("id", "hash", "given_id", "outlet_id", "published", "first", "last", "added", "text") VALUES (1, 'a4310abf00c064f63691a58cf1ef9c99', 'first', 1, '2024-12-11', '2024-12-11', '2024-12-11', '2026-11-24T19:15:28+00:00', 'استقبل وزير الخارجية المصري السفير التركي أمس.');
INSERT INTO articles ("id", "hash", "given_id", "outlet_id", "published", "first", "last", "added", "text") VALUES (2, '715c3bfa37747955193a56ad98b75ad7', 'second', NULL, '2024-12-12', '2024-12-12', '2024-12-12', '2026-11-24T19:15:28+00:00', 'زار رئيس الوزراء العراقي محمد السوداني القاهرة. وأدان العدوان على غزة.');
INSERT INTO actors ("id", "article_id", "ref", "kind", "name", "name_id", "latin", "country", "sector", "role") VALUES (1, 1, 'a1', 'person', 'وزير الخارجية المصري', 1, NULL, 'EGY', 'GOV', 'وزير الخارجية المصري');
INSERT INTO actors ("id", "article_id", "ref", "kind", "name", "name_id", "latin", "country", "sector", "role") VALUES (2, 1, 'a2', 'person', 'السفير التركي', 2, NULL, 'TUR', 'GOV', 'السفير التركي');
INSERT INTO actors ("id", "article_id", "ref", "kind", "name", "name_id", "latin", "country", "sector", "role") VALUES (3, 2, 'a1', 'person', 'محمد السوداني', 3, 'Mohammed al-Sudani', 'IRQ', 'GOV', 'رئيس الوزراء العراقي');
INSERT INTO findings ("id", "article_id", "outlet_id", "part", "ref", "type", "mode", "act", "status", "first", "last", "start", "end") VALUES (1, 1, 1, 'event', 'e1', 'CONSULT', NULL, NULL, 'occurred', '2024-12-10', '2024-12-10', 0, 6);
INSERT INTO findings ("id", "article_id", "outlet_id", "part", "ref", "type", "mode", "act", "status", "first", "last", "start", "end") VALUES (2, 2, NULL, 'event', 'e1', 'CONSULT', 'visit', NULL, 'occurred', NULL, NULL, 0, 3);
INSERT INTO findings ("id", "article_id", "outlet_id", "part", "ref", "type", "mode", "act", "status", "first", "last", "start", "end") VALUES (3, 2, NULL, 'statement', 's1', 'ACCUSE', NULL, 'condemn', 'occurred', '2024-12-12', '2024-12-12', 54, 69);
INSERT INTO records ("article_id", "reader", "read", "body") VALUES (1, 'test', '2026-11-24T19:15:28+00:00', '{"article":{"id":"first","source":"صدى","published":"2024-12-11","published_from":"given"},"actors":[{"id":"a1","kind":"person","name":"وزير الخارجية المصري","country":"EGY","sector":"GOV","role":"وزير الخارجية المصري","mentions":[{"start":7,"end":27}],"evidence":{"country":[{"start":21,"end":27}],"sector":[{"start":7,"end":27}],"role":[{"start":7,"end":27}]}},{"id":"a2","kind":"person","name":"السفير التركي","country":"TUR","sector":"GOV","role":"السفير التركي","mentions":[{"start":28,"end":41}],"evidence":{"country":[{"start":35,"end":41}],"sector":[{"start":28,"end":41}],"role":[{"start":28,"end":41}]}}],"events":[{"id":"e1","type":"CONSULT","contexts":["diplomatic"],"actors":["a2"],"recipients":["a1"],"date":"2024-12-10","triggers":[{"start":0,"end":6}],"cameo":"040","goldstein":1.0,"evidence":{"actors":[{"start":28,"end":41},{"start":7,"end":27}],"recipients":[{"start":28,"end":41},{"start":7,"end":27}],"date":[{"start":42,"end":45}]},"inferred":{"date":"relative-to-published","contexts":"frame:receive","cameo":"type:CONSULT"}}],"statements":[]}');
INSERT INTO records ("article_id", "reader", "read", "body") VALUES (2, 'test', '2026-11-24T19:15:28+00:00', '{"article":{"id":"second","published":"2024-12-12","published_from":"given"},"actors":[{"id":"a1","kind":"person","name":"محمد السوداني","country":"IRQ","sector":"GOV","role":"رئيس الوزراء العراقي","latin":"Mohammed al-Sudani","mentions":[{"start":4,"end":38},{"start":25,"end":38},{"start":4,"end":24}],"evidence":{"country":[{"start":17,"end":24}],"sector":[{"start":4,"end":24}],"role":[{"start":4,"end":24}]},"inferred":{"latin":"table:names"}}],"events":[{"id":"e1","type":"CONSULT","mode":"visit","contexts":["diplomatic"],"actors":["a1"],"recipients":["EGY"],"place":{"name":"القاهرة","country":"EGY","start":39,"end":46},"triggers":[{"start":0,"end":3}],"cameo":"042","goldstein":1.9,"evidence":{"actors":[{"start":4,"end":38},{"start":39,"end":46}],"recipients":[{"start":4,"end":38},{"start":39,"end":46}]},"inferred":{"mode":"frame:visit","contexts":"frame:visit","cameo":"mode:visit"}},{"id":"e2","type":"ACCUSE","actors":["a1"],"triggers":[{"start":48,"end":53}],"statement":"s1","cameo":"111","goldstein":-2.0,"inferred":{"actors":"speaker-of:s1","cameo":"act:condemn"}}],"statements":[{"id":"s1","speaker":"a1","act":"condemn","trigger":{"start":48,"end":53},"content":{"start":54,"end":69},"type":"ACCUSE","strength":"condemnation","evidence":{"speaker":[{"start":4,"end":38}],"strength":[{"start":48,"end":53}]},"inferred":{"speaker":"last-speaker"}}]}');
INSERT INTO parties ("finding_id", "n", "side", "country", "actor_id") VALUES (1, 0, 'actor', 'TUR', 2);
INSERT INTO parties ("finding_id", "n", "side", "country", "actor_id") VALUES (1, 1, 'recipient', 'EGY', 1);
INSERT INTO parties ("finding_id", "n", "side", "country", "actor_id") VALUES (2, 0, 'actor', 'IRQ', 3);
INSERT INTO parties ("finding_id", "n", "side", "country", "actor_id") VALUES (2, 1, 'recipient', 'EGY', NULL);
INSERT INTO parties ("finding_id", "n", "side", "country", "actor_id") VALUES (3, 0, 'speaker', 'IRQ', 3);
INSERT INTO article_words (rowid, words) VALUES (1, 'استقبل زير خارج مصر سفير ترك امس');
INSERT INTO finding_words (rowid, words) VALUES (1, 'استقبل زير خارج مصر سفير ترك امس');
INSERT INTO article_words (rowid, words) VALUES (2, 'زار رييس زراء عراق محمد سود قاهر ادان عدو علي غزه');
INSERT INTO finding_words (rowid, words) VALUES (2, 'زار رييس زراء عراق محمد سود قاهر');
INSERT INTO finding_words (rowid, words) VALUES (3, 'عدو علي غزه');

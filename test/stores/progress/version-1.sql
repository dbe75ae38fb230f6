-- A file of version 1 as the first release wrote it, as SQL. Never to be changed: later releases have to read it.
CREATE TABLE attempts (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, item TEXT NOT NULL, topic TEXT NOT NULL, level INTEGER NOT NULL,
  kind TEXT NOT NULL, at_ms INTEGER NOT NULL, took_ms INTEGER NOT NULL, score REAL NOT NULL,
  max REAL NOT NULL CHECK (max > 0), hints INTEGER NOT NULL, errors INTEGER NOT NULL,
  detail TEXT CHECK (json_valid(detail))
) STRICT;
CREATE INDEX attempts_by_item ON attempts (item, at_ms);
CREATE INDEX attempts_by_time ON attempts (at_ms);
CREATE TABLE schedules (
  item TEXT PRIMARY KEY, due_ms INTEGER NOT NULL, state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;
CREATE INDEX schedules_by_time ON schedules (due_ms);
CREATE TABLE exams (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, plan TEXT NOT NULL CHECK (json_valid(plan)),
  result TEXT CHECK (json_valid(result))
) STRICT;
CREATE TABLE exam_events (
  exam TEXT NOT NULL REFERENCES exams (id), number INTEGER NOT NULL, event TEXT NOT NULL CHECK (json_valid(event)),
  PRIMARY KEY (exam, number)
) STRICT;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT;
INSERT INTO attempts VALUES
  (1, '7d1ff1b6-5d6e-4c40-9a94-0f8c65d1c0a1', 'card:arp/request-destination', 'arp', 1, 'card', 1795435200000, 8000,
   1.0, 1.0, 0, 0, '{"chosen":[2]}'),
  (2, 'c2b9b7a0-7f2b-4f6f-8df5-3d2a3a5f1e02', 'drill:first-name', 'console', 1, 'lab', 1795435260000, 95000,
   7.5, 10.0, 1, 3, NULL);
INSERT INTO schedules VALUES
  ('card:arp/request-destination', 1795435800000,
   '{"dueMs":1795435800000,"reviewedMs":1795435200000,"state":"learning","stability":2.3065,"difficulty":2.11810397,"scheduledDays":0,"learningStep":1,"repetitions":1,"lapses":0}');
INSERT INTO exams VALUES
  (1, 'e8a7f8a4-0a51-4a0e-a1f7-51a0c1b4d003', '{"items":["card:arp/request-destination"],"seed":7}', '{"score":1}'),
  (2, 'f0c3d6f2-3e0a-4c52-8b1c-6a2f0e9d8c04', '{"items":[],"seed":8}', NULL);
INSERT INTO exam_events VALUES
  ('f0c3d6f2-3e0a-4c52-8b1c-6a2f0e9d8c04', 1, '{"kind":"begun"}'),
  ('f0c3d6f2-3e0a-4c52-8b1c-6a2f0e9d8c04', 2, '{"kind":"answered"}');
INSERT INTO settings VALUES ('language', '"zh"');
PRAGMA user_version = 1;

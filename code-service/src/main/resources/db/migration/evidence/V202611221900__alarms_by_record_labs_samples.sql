-- The laboratories the association knows. The key is the name as reports are compared by it. A mark has one row a period,
-- because a report is judged by what was valid on the day it was issued.
CREATE TABLE lab (
  id BIGINT NOT NULL,
  name VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  lab_key VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  entered_by BIGINT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY lab_named (lab_key)
) ENGINE = InnoDB;

CREATE TABLE lab_accreditation (
  lab_id BIGINT NOT NULL,
  mark VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  certificate VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  valid_from DATE NOT NULL,
  valid_until DATE NOT NULL,
  PRIMARY KEY (lab_id, mark, valid_from),
  CONSTRAINT lab_accreditation_lab FOREIGN KEY (lab_id) REFERENCES lab (id)
) ENGINE = InnoDB;

-- superseded is 0 for the report that stands under its number and the row's own id once it was taken back, so that the same
-- number can be entered again. attached_at says whose file was there first.
ALTER TABLE report
  ADD COLUMN superseded BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN valid_until DATE NULL,
  ADD COLUMN sample MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN photo_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN attached_at DATETIME(3) NULL,
  DROP KEY report_identity,
  ADD UNIQUE KEY report_identity (number_key, lab_key, party_id, style_id, superseded),
  DROP KEY report_results,
  ADD KEY report_results (results_digest, lab_key, issued_on);

UPDATE report SET superseded = id WHERE status = 'WITHDRAWN';
UPDATE report SET attached_at = created_at WHERE file_digest IS NOT NULL;

-- An alarm is about one other record (0: about none) and, for a file, about that file: a closed one hides no other.
ALTER TABLE report_alarm
  ADD COLUMN other_id BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN file_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (report_id, code, other_id, file_digest);

UPDATE report_alarm a JOIN report r ON r.id = a.report_id
SET a.other_id = COALESCE((SELECT MIN(o.id) FROM report o WHERE o.number_key = r.number_key AND o.lab_key = r.lab_key
  AND o.id <> r.id), 0)
WHERE a.code = 'number-reused';
UPDATE report_alarm a JOIN report r ON r.id = a.report_id
SET a.other_id = COALESCE((SELECT MIN(o.id) FROM report o WHERE o.number_key = r.number_key AND o.lab_key <> r.lab_key), 0)
WHERE a.code = 'number-other-lab';
UPDATE report_alarm a JOIN report r ON r.id = a.report_id
SET a.other_id = COALESCE((SELECT MIN(o.id) FROM report o WHERE o.results_digest = r.results_digest
  AND o.number_key <> r.number_key), 0)
WHERE a.code = 'results-repeated';
UPDATE report_alarm a JOIN report r ON r.id = a.report_id
SET a.other_id = COALESCE((SELECT MIN(o.id) FROM report o WHERE o.file_digest = r.file_digest AND o.id <> r.id), 0),
  a.file_digest = COALESCE(r.file_digest, '')
WHERE a.code = 'file-reused';

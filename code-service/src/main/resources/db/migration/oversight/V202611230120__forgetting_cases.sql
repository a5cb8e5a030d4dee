-- When a case was closed, and when what leads to a person was taken out of it. A case ends with its last answer.
ALTER TABLE complaint_case
  ADD COLUMN closed_at DATETIME(3) NULL,
  ADD COLUMN forgotten_at DATETIME(3) NULL,
  ADD KEY complaint_case_due (forgotten_at, closed_at),
  ADD KEY complaint_case_photo (photo_digest);

UPDATE complaint_case
SET closed_at = (SELECT MAX(a.answered_at) FROM case_answer a WHERE a.case_id = complaint_case.id)
WHERE status = 'CLOSED';

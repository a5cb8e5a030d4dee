-- When a report is taken back, the answers of its batches change at once.
ALTER TABLE batch ADD KEY batch_report (report_id, id);

-- Nobody reads single scans by their code: what is told of a code is in its own row. Kept up for every scan, the index cost
-- a third of what writing it costs (docs/decisions/0097).
ALTER TABLE scan_event DROP KEY scan_event_code;

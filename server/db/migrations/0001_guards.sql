-- The audit is append-only: nobody, through any door of the product, changes or removes a line.
CREATE TRIGGER audit_lines_no_update BEFORE UPDATE ON audit_lines
BEGIN SELECT RAISE(ABORT, 'audit lines are never changed'); END;
CREATE TRIGGER audit_lines_no_delete BEFORE DELETE ON audit_lines
BEGIN SELECT RAISE(ABORT, 'audit lines are never removed'); END;

-- Counts follow what each office sees, row by row, in the same transaction.
CREATE TRIGGER dossier_sights_counted AFTER INSERT ON dossier_sights BEGIN
  INSERT INTO dossier_tallies (office_id, kind, month, owner_office_id, state, n)
  VALUES (new.office_id, new.kind, substr(new.received_on, 1, 7), new.owner_office_id, new.state, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER dossier_sights_uncounted AFTER DELETE ON dossier_sights BEGIN
  UPDATE dossier_tallies SET n = n - 1 WHERE office_id = old.office_id AND kind = old.kind AND month = substr(old.received_on, 1, 7)
    AND owner_office_id = old.owner_office_id AND state = old.state;
END;
CREATE TRIGGER dossier_sights_recounted AFTER UPDATE OF received_on, owner_office_id, state ON dossier_sights
WHEN old.received_on <> new.received_on OR old.owner_office_id <> new.owner_office_id OR old.state <> new.state BEGIN
  UPDATE dossier_tallies SET n = n - 1 WHERE office_id = old.office_id AND kind = old.kind AND month = substr(old.received_on, 1, 7)
    AND owner_office_id = old.owner_office_id AND state = old.state;
  INSERT INTO dossier_tallies (office_id, kind, month, owner_office_id, state, n)
  VALUES (new.office_id, new.kind, substr(new.received_on, 1, 7), new.owner_office_id, new.state, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TABLE `campaign_tallies` (
	`office_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`kind` text NOT NULL,
	`owner_office_id` integer NOT NULL,
	`state` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`office_id`, `campaign_id`, `kind`, `owner_office_id`, `state`)
);
--> statement-breakpoint
ALTER TABLE `dossier_sights` ADD `campaign_id` integer;--> statement-breakpoint
CREATE INDEX `dossier_sights_by_campaign` ON `dossier_sights` (`office_id`,`campaign_id`,`kind`,`due_key`,`dossier_id`) WHERE campaign_id is not null;--> statement-breakpoint
ALTER TABLE `dossiers` ADD `campaign_id` integer;--> statement-breakpoint
CREATE INDEX `dossiers_by_campaign` ON `dossiers` (`campaign_id`,`owner_office_id`,`kind`) WHERE campaign_id is not null;--> statement-breakpoint
CREATE TRIGGER dossier_sights_campaign_counted AFTER INSERT ON dossier_sights WHEN new.campaign_id IS NOT NULL BEGIN
  INSERT INTO campaign_tallies (office_id, campaign_id, kind, owner_office_id, state, n)
  VALUES (new.office_id, new.campaign_id, new.kind, new.owner_office_id, new.state, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
--> statement-breakpoint
CREATE TRIGGER dossier_sights_campaign_uncounted AFTER DELETE ON dossier_sights WHEN old.campaign_id IS NOT NULL BEGIN
  UPDATE campaign_tallies SET n = n - 1 WHERE office_id = old.office_id AND campaign_id = old.campaign_id AND kind = old.kind
    AND owner_office_id = old.owner_office_id AND state = old.state;
END;
--> statement-breakpoint
CREATE TRIGGER dossier_sights_campaign_left AFTER UPDATE OF campaign_id, owner_office_id, state ON dossier_sights
WHEN old.campaign_id IS NOT NULL
  AND (new.campaign_id IS NOT old.campaign_id OR old.owner_office_id <> new.owner_office_id OR old.state <> new.state) BEGIN
  UPDATE campaign_tallies SET n = n - 1 WHERE office_id = old.office_id AND campaign_id = old.campaign_id AND kind = old.kind
    AND owner_office_id = old.owner_office_id AND state = old.state;
END;
--> statement-breakpoint
CREATE TRIGGER dossier_sights_campaign_joined AFTER UPDATE OF campaign_id, owner_office_id, state ON dossier_sights
WHEN new.campaign_id IS NOT NULL
  AND (new.campaign_id IS NOT old.campaign_id OR old.owner_office_id <> new.owner_office_id OR old.state <> new.state) BEGIN
  INSERT INTO campaign_tallies (office_id, campaign_id, kind, owner_office_id, state, n)
  VALUES (new.office_id, new.campaign_id, new.kind, new.owner_office_id, new.state, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

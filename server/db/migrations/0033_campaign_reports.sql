CREATE TABLE `campaign_reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`assignment_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`from` text NOT NULL,
	`seq` integer NOT NULL,
	`zero` integer NOT NULL,
	`late` integer NOT NULL,
	`figures` text NOT NULL,
	`claimed` text NOT NULL,
	`counted` text NOT NULL,
	`note` text,
	`reason` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_reports_once` ON `campaign_reports` (`assignment_id`,`from`,`seq`);--> statement-breakpoint
CREATE INDEX `campaign_reports_by_campaign` ON `campaign_reports` (`campaign_id`,`from`);--> statement-breakpoint
CREATE TRIGGER campaign_reports_no_update BEFORE UPDATE ON campaign_reports BEGIN SELECT RAISE(ABORT, 'figures that were sent are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER campaign_reports_no_delete BEFORE DELETE ON campaign_reports BEGIN SELECT RAISE(ABORT, 'figures that were sent are never removed'); END;

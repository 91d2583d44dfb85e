CREATE TABLE `foreign_numbers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` integer NOT NULL,
	`text` text NOT NULL,
	`key` text NOT NULL,
	`issuer` text,
	`dated_on` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `foreign_numbers_by_dossier` ON `foreign_numbers` (`dossier_id`,`key`);--> statement-breakpoint
CREATE INDEX `foreign_numbers_by_key` ON `foreign_numbers` (`key`);--> statement-breakpoint
CREATE TABLE `number_counters` (
	`office_id` integer NOT NULL,
	`paper` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`office_id`, `paper`, `year`)
);
--> statement-breakpoint
CREATE TABLE `number_templates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer NOT NULL,
	`paper` text NOT NULL,
	`from_year` integer NOT NULL,
	`template` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `number_templates_by_paper` ON `number_templates` (`office_id`,`paper`,`from_year`,`id`);--> statement-breakpoint
CREATE TABLE `official_numbers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer NOT NULL,
	`paper` text NOT NULL,
	`year` integer NOT NULL,
	`running` integer NOT NULL,
	`until` integer,
	`text` text NOT NULL,
	`key` text NOT NULL,
	`standing` text NOT NULL,
	`dossier_id` integer,
	`note` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`voided_by` integer,
	`voided_at` text,
	`reason` text,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `official_numbers_by_running` ON `official_numbers` (`office_id`,`paper`,`year`,`running`);--> statement-breakpoint
CREATE UNIQUE INDEX `official_numbers_by_key` ON `official_numbers` (`office_id`,`key`);--> statement-breakpoint
CREATE INDEX `official_numbers_by_dossier` ON `official_numbers` (`dossier_id`);--> statement-breakpoint
CREATE INDEX `official_numbers_by_text` ON `official_numbers` (`key`);
--> statement-breakpoint
-- A number once given is never given up: it is used, or voided and kept. What it says and where it stands in its row never changes.
CREATE TRIGGER official_numbers_no_delete BEFORE DELETE ON official_numbers
BEGIN SELECT RAISE(ABORT, 'official numbers are never removed'); END;
--> statement-breakpoint
CREATE TRIGGER official_numbers_no_update BEFORE UPDATE OF office_id, paper, year, running, until, text, key ON official_numbers
BEGIN SELECT RAISE(ABORT, 'official numbers are never changed'); END;

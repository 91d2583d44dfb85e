CREATE TABLE `notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`dossier_id` integer NOT NULL,
	`event` text NOT NULL,
	`at` text NOT NULL,
	`due_on` text,
	`read_at` text,
	`done_at` text
);
--> statement-breakpoint
CREATE INDEX `notices_by_person` ON `notices` (`person_id`,`office_id`,`dossier_id`);--> statement-breakpoint
CREATE INDEX `notices_by_dossier` ON `notices` (`dossier_id`,`done_at`);--> statement-breakpoint
CREATE INDEX `notices_by_age` ON `notices` (`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once_a_due_day` ON `notices` (`person_id`,`dossier_id`,`event`,`due_on`);
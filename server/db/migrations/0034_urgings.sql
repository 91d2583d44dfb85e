CREATE TABLE `urgings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`year` integer NOT NULL,
	`running` integer NOT NULL,
	`rung` text NOT NULL,
	`to_office_id` integer NOT NULL,
	`on` text NOT NULL,
	`text` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`answered_on` text,
	`answer` text,
	`answered_by` integer,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `urgings_once_a_day` ON `urgings` (`dossier_id`,`on`);--> statement-breakpoint
CREATE UNIQUE INDEX `urgings_by_number` ON `urgings` (`office_id`,`year`,`running`);
CREATE TABLE `paper_excuses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` integer NOT NULL,
	`form` text NOT NULL,
	`step` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paper_excuses_by_dossier` ON `paper_excuses` (`dossier_id`);
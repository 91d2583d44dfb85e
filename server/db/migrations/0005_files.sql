CREATE TABLE `files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` integer NOT NULL,
	`upload_id` text NOT NULL,
	`name` text NOT NULL,
	`note` text,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`original_sha256` text,
	`original_size` integer,
	`width` integer,
	`height` integer,
	`preview` text,
	`person_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`at` text NOT NULL,
	`removed_at` text,
	`removed_by` integer,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `files_by_upload` ON `files` (`upload_id`);--> statement-breakpoint
CREATE INDEX `files_by_dossier` ON `files` (`dossier_id`);--> statement-breakpoint
CREATE INDEX `files_by_content` ON `files` (`sha256`);--> statement-breakpoint
CREATE INDEX `files_by_preview` ON `files` (`preview`);
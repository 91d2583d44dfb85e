CREATE TABLE `document_templates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer NOT NULL,
	`form` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`note` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	`ended_by` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_templates_by_version` ON `document_templates` (`office_id`,`form`,`version`);--> statement-breakpoint
CREATE INDEX `document_templates_by_content` ON `document_templates` (`sha256`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` integer NOT NULL,
	`form` text NOT NULL,
	`to` text NOT NULL,
	`version` integer NOT NULL,
	`standing` text NOT NULL,
	`office_id` integer NOT NULL,
	`template_id` integer,
	`missing` text NOT NULL,
	`facts` blob NOT NULL,
	`digest` text NOT NULL,
	`sealed` integer NOT NULL,
	`number_id` integer,
	`file_id` integer,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`number_id`) REFERENCES `official_numbers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_by_version` ON `documents` (`dossier_id`,`form`,`to`,`version`);--> statement-breakpoint
CREATE INDEX `documents_by_number` ON `documents` (`number_id`);--> statement-breakpoint
CREATE INDEX `documents_by_file` ON `documents` (`file_id`);--> statement-breakpoint
ALTER TABLE `files` ADD `sealed_as` text;--> statement-breakpoint
ALTER TABLE `files` ADD `official` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `files_by_seal` ON `files` (`sealed_as`);
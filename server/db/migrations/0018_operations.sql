CREATE TABLE `operation_rows` (
	`operation_id` integer NOT NULL,
	`at` integer NOT NULL,
	`subject_id` integer NOT NULL,
	`version` integer,
	`made` text,
	`turned` integer DEFAULT false NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`operation_id`, `at`),
	FOREIGN KEY (`operation_id`) REFERENCES `operations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `operation_rows_by_subject` ON `operation_rows` (`subject_id`,`version`);--> statement-breakpoint
CREATE TABLE `operations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`act` text NOT NULL,
	`way` text NOT NULL,
	`kind` text NOT NULL,
	`fields` text NOT NULL,
	`rows` integer NOT NULL,
	`on` text NOT NULL,
	`at` text NOT NULL,
	`reverses` integer,
	`reversed_by` integer
);
--> statement-breakpoint
CREATE INDEX `operations_by_person` ON `operations` (`person_id`,`office_id`,`on`,`id`);
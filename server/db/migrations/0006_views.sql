CREATE TABLE `views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`name` text NOT NULL,
	`ledger` text NOT NULL,
	`query` text NOT NULL,
	`columns` text NOT NULL,
	`sort` text,
	`shared` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `views_by_person` ON `views` (`person_id`);--> statement-breakpoint
CREATE INDEX `views_by_office` ON `views` (`office_id`,`shared`);
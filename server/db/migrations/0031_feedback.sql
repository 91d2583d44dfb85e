CREATE TABLE `feedback` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`person_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`page` text NOT NULL,
	`text` text NOT NULL,
	`answer` text,
	`answered_by` integer,
	`answered_at` text
);
--> statement-breakpoint
CREATE INDEX `feedback_by_person` ON `feedback` (`person_id`);--> statement-breakpoint
CREATE INDEX `feedback_by_answer` ON `feedback` (`answered_at`);
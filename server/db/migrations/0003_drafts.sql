CREATE TABLE `drafts` (
	`person_id` integer NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`sealed` blob NOT NULL,
	`at` text NOT NULL,
	`saved_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`person_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `drafts_by_age` ON `drafts` (`saved_at`);
CREATE TABLE `notice_choices` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`act` text NOT NULL,
	`know` text NOT NULL,
	`quiet_from` text,
	`quiet_until` text
);
--> statement-breakpoint
ALTER TABLE `notices` ADD `tell_at` text;--> statement-breakpoint
ALTER TABLE `notices` ADD `told_at` text;--> statement-breakpoint
CREATE INDEX `notices_by_telling` ON `notices` (`tell_at`);
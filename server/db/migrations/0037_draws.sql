CREATE TABLE `draws` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`title` text NOT NULL,
	`plan` text NOT NULL,
	`size` integer NOT NULL,
	`mode` text NOT NULL,
	`algorithm` text NOT NULL,
	`pool` text NOT NULL,
	`pool_hash` text NOT NULL,
	`seed` text NOT NULL,
	`seed_hash` text NOT NULL,
	`excluded` text NOT NULL,
	`again_of` integer,
	`prepared_at` text NOT NULL,
	`drawn_at` text,
	`drawn` text
);
--> statement-breakpoint
CREATE INDEX `draws_by_office` ON `draws` (`office_id`,`id`);--> statement-breakpoint
ALTER TABLE `spot_checks` ADD `draw_id` integer;--> statement-breakpoint
ALTER TABLE `spot_checks` ADD `drawn_ids` text;
DROP INDEX `clocks_by_dossier`;--> statement-breakpoint
ALTER TABLE `clocks` ADD `about` integer;--> statement-breakpoint
ALTER TABLE `clocks` ADD `due_at` text;--> statement-breakpoint
CREATE UNIQUE INDEX `clocks_by_dossier` ON `clocks` (`dossier_id`,`name`,`about`);--> statement-breakpoint
ALTER TABLE `clock_events` ADD `moment` text;--> statement-breakpoint
ALTER TABLE `dossiers` ADD `due_at` text;
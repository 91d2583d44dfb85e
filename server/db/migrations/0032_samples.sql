CREATE TABLE `sample_items` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sample_id` integer NOT NULL,
	`round` integer NOT NULL,
	`item` text NOT NULL,
	`measured` text,
	`standard` text,
	`unit` text,
	`method` text,
	`verdict` text NOT NULL,
	FOREIGN KEY (`sample_id`) REFERENCES `samples`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sample_items_by_sample` ON `sample_items` (`sample_id`,`round`);--> statement-breakpoint
CREATE TABLE `samples` (
	`id` integer PRIMARY KEY NOT NULL,
	`law` text NOT NULL,
	`sample_number` text,
	`brand` text,
	`spec` text,
	`batch` text,
	`produced_on` text,
	`quantity` text,
	`backup` text,
	`maker` text,
	`maker_address` text,
	`basis` text,
	`taken_on` text NOT NULL,
	`sent_on` text,
	`report_number` text,
	`concluded_on` text,
	`received_on` text,
	`conclusion` text,
	`served_on` text,
	`retest` text DEFAULT 'none' NOT NULL,
	`retest_asked_on` text,
	`retest_refusal` text,
	`retest_laboratory` text,
	`retest_report` text,
	`retest_on` text,
	`objection` text DEFAULT 'none' NOT NULL,
	`objection_ground` text,
	`objection_on` text,
	`objection_text` text,
	`disposal` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `spot_checks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `spot_checks` ADD `product` text;--> statement-breakpoint
ALTER TABLE `spot_checks` ADD `laboratory` text;--> statement-breakpoint
ALTER TABLE `spot_checks` ADD `conclusion` text;--> statement-breakpoint
ALTER TABLE `spot_checks` ADD `instruments` text;
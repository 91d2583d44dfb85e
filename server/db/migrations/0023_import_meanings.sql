ALTER TABLE `entities` ADD `batch_id` integer;--> statement-breakpoint
CREATE INDEX `entities_by_batch` ON `entities` (`batch_id`);--> statement-breakpoint
ALTER TABLE `import_mappings` ADD `meanings` blob;--> statement-breakpoint
ALTER TABLE `imports` ADD `origin` text DEFAULT 'file' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `meanings` blob;--> statement-breakpoint
ALTER TABLE `imports` ADD `started_at` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `finished_at` text;--> statement-breakpoint
CREATE INDEX `imports_by_office` ON `imports` (`office_id`,`id`);
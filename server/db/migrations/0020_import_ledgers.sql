ALTER TABLE `import_rows` ADD `confirmed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `ledger` text DEFAULT 'complaint' NOT NULL;
ALTER TABLE `rectifications` ADD `sealed` blob;--> statement-breakpoint
ALTER TABLE `rectifications` ADD `identity_openings` integer DEFAULT 0 NOT NULL;
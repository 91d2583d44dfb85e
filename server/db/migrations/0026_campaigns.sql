CREATE TABLE `assignments` (
	`id` integer PRIMARY KEY NOT NULL,
	`part` text NOT NULL,
	`report_by` text NOT NULL,
	`rounds` integer DEFAULT 1 NOT NULL,
	`reported_on` text,
	`report` text,
	`late` integer DEFAULT false NOT NULL,
	`excuse` text,
	`reported` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `campaign_members` (
	`campaign_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`part` text NOT NULL,
	`targets` text NOT NULL,
	`assignment_id` integer,
	PRIMARY KEY(`campaign_id`, `office_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` integer PRIMARY KEY NOT NULL,
	`basis` text NOT NULL,
	`aims` text NOT NULL,
	`matters` text NOT NULL,
	`lead_office_id` integer,
	`offices` integer DEFAULT 0 NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	`report_by` text NOT NULL,
	`reporting` text NOT NULL,
	`phases` text NOT NULL,
	`conclusion` text,
	FOREIGN KEY (`id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `campaigns_by_lead` ON `campaigns` (`lead_office_id`);
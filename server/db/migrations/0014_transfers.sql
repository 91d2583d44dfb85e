CREATE TABLE `crime_facts` (
	`id` integer PRIMARY KEY NOT NULL,
	`sales_fen` integer NOT NULL,
	`loss_fen` integer NOT NULL,
	`signs` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `crime_thresholds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`offence` text NOT NULL,
	`threshold` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `no_transfers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source_id` integer NOT NULL,
	`offence` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`sales_fen` integer NOT NULL,
	`goods_value_fen` integer NOT NULL,
	`gains_fen` integer NOT NULL,
	`loss_fen` integer NOT NULL,
	`signs` text NOT NULL,
	`asked_by` integer NOT NULL,
	`asked_at` text NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	`refusal` text,
	FOREIGN KEY (`source_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `no_transfers_by_source` ON `no_transfers` (`source_id`);--> statement-breakpoint
CREATE TABLE `transfer_identities` (
	`id` integer PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `transfers` (
	`id` integer PRIMARY KEY NOT NULL,
	`road` text NOT NULL,
	`source_id` integer,
	`source_kind` text,
	`to_office_id` integer NOT NULL,
	`copy_office_id` integer,
	`summary` text,
	`basis` text,
	`crime` text,
	`crime_basis` text,
	`sales_fen` integer,
	`goods_value_fen` integer,
	`gains_fen` integer,
	`loss_fen` integer,
	`contact` text,
	`parties` text NOT NULL,
	`goods` text NOT NULL,
	`officers` text NOT NULL,
	`penalties` text NOT NULL,
	`materials` text NOT NULL,
	`papers` text NOT NULL,
	`moved_on` text NOT NULL,
	`reported_on` text,
	`reported_by` integer,
	`approved_by` integer,
	`approved_at` text,
	`disapproval` text,
	`letter_id` integer,
	`letter_number` text,
	`sent_on` text,
	`sent_at` text,
	`sent_line` integer,
	`signed_by` text,
	`signed_at` text,
	`signed_entered_at` text,
	`ruled` integer DEFAULT false NOT NULL,
	`rejection` text,
	`decision_number` text,
	`decision_reason` text,
	`review_reason` text,
	`asked` text,
	`result` text,
	`result_text` text,
	`hops` text NOT NULL,
	`hand_over` text,
	`complainant_asked` text,
	`complainant_asked_by` integer,
	`complainant_granted` text,
	`identity_openings` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `transfers_by_receiver` ON `transfers` (`to_office_id`);--> statement-breakpoint
CREATE INDEX `transfers_by_source` ON `transfers` (`source_id`);
CREATE TABLE `look_back_items` (
	`look_back_id` integer NOT NULL,
	`rectification_id` integer NOT NULL,
	`at` integer NOT NULL,
	`visit_id` integer,
	PRIMARY KEY(`look_back_id`, `rectification_id`),
	FOREIGN KEY (`look_back_id`) REFERENCES `look_backs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rectification_id`) REFERENCES `rectifications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `look_back_items_by_rectification` ON `look_back_items` (`rectification_id`);--> statement-breakpoint
CREATE TABLE `look_backs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`office_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`title` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	`county` text,
	`matter` text,
	`size` integer NOT NULL,
	`seed` text NOT NULL,
	`pool` text NOT NULL,
	`drawn_on` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `look_backs_by_office` ON `look_backs` (`office_id`,`id`);--> statement-breakpoint
CREATE TABLE `picture_pairs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rectification_id` integer NOT NULL,
	`spot` text NOT NULL,
	`before_id` integer,
	`after_id` integer,
	FOREIGN KEY (`rectification_id`) REFERENCES `rectifications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `picture_pairs_by_rectification` ON `picture_pairs` (`rectification_id`,`id`);--> statement-breakpoint
CREATE TABLE `rectification_orders` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rectification_id` integer NOT NULL,
	`ordered_on` text NOT NULL,
	`until` text NOT NULL,
	`visit_id` integer,
	FOREIGN KEY (`rectification_id`) REFERENCES `rectifications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rectification_orders_by_rectification` ON `rectification_orders` (`rectification_id`,`id`);--> statement-breakpoint
CREATE TABLE `rectification_visits` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rectification_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`visited_on` text NOT NULL,
	`officers` text NOT NULL,
	`result` text NOT NULL,
	`findings` text NOT NULL,
	`no_pictures` text,
	`case_id` integer,
	`person_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`rectification_id`) REFERENCES `rectifications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rectification_visits_by_rectification` ON `rectification_visits` (`rectification_id`,`id`);--> statement-breakpoint
CREATE TABLE `rectifications` (
	`id` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`source_note` text,
	`subject_kind` text NOT NULL,
	`credit_code` text,
	`matter` text NOT NULL,
	`problem` text NOT NULL,
	`violated` text NOT NULL,
	`basis` text NOT NULL,
	`requirement` text NOT NULL,
	`consequence` text,
	`place` text,
	`order_number` text,
	`order_id` integer,
	`rounds` integer DEFAULT 1 NOT NULL,
	`reported_on` text,
	`report` text,
	`asked_until` text,
	`asked_reason` text,
	`asked_by` integer,
	`result` text,
	`verified_on` text,
	`verifiers` text,
	`pairs` integer DEFAULT 0 NOT NULL,
	`pairs_whole` integer DEFAULT 0 NOT NULL,
	`drawn` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rectifications_by_credit_code` ON `rectifications` (`credit_code`);--> statement-breakpoint
CREATE TRIGGER rectification_visits_no_update BEFORE UPDATE ON rectification_visits BEGIN SELECT RAISE(ABORT, 'a visit is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER rectification_visits_no_delete BEFORE DELETE ON rectification_visits BEGIN SELECT RAISE(ABORT, 'a visit is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER rectification_orders_no_update BEFORE UPDATE ON rectification_orders BEGIN SELECT RAISE(ABORT, 'an order is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER rectification_orders_no_delete BEFORE DELETE ON rectification_orders BEGIN SELECT RAISE(ABORT, 'an order is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER look_backs_no_update BEFORE UPDATE ON look_backs BEGIN SELECT RAISE(ABORT, 'a sample is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER look_backs_no_delete BEFORE DELETE ON look_backs BEGIN SELECT RAISE(ABORT, 'a sample is never removed'); END;

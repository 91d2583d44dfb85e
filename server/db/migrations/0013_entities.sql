CREATE TABLE `entities` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_bo` text,
	`name_sort` text NOT NULL,
	`code` text,
	`code_sound` integer DEFAULT false NOT NULL,
	`no_code_reason` text,
	`county` text,
	`township` text,
	`places` text NOT NULL,
	`former_names` text NOT NULL,
	`old_numbers` text NOT NULL,
	`licences` text NOT NULL,
	`licence_due_on` text,
	`industry` text,
	`risk_class` text,
	`standing` text NOT NULL,
	`branch_of` integer,
	`notes` text,
	`operator_mask` text,
	`phone_mask` text,
	`id_tail` text,
	`personal` text NOT NULL,
	`identity_openings` integer DEFAULT 0 NOT NULL,
	`merged_into` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` integer NOT NULL,
	`created_office_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `entities_by_change` ON `entities` (`merged_into`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `entities_by_name` ON `entities` (`merged_into`,`name_sort`,`id`);--> statement-breakpoint
CREATE INDEX `entities_by_place` ON `entities` (`merged_into`,`county`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `entities_by_place_name` ON `entities` (`merged_into`,`county`,`name_sort`,`id`);--> statement-breakpoint
CREATE INDEX `entities_by_licence` ON `entities` (`merged_into`,`licence_due_on`,`id`);--> statement-breakpoint
CREATE INDEX `entities_by_branch` ON `entities` (`branch_of`);--> statement-breakpoint
CREATE TABLE `entity_keys` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`entity_id` integer NOT NULL,
	PRIMARY KEY(`kind`, `key`, `entity_id`),
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entity_keys_by_entity` ON `entity_keys` (`entity_id`);--> statement-breakpoint
CREATE TABLE `entity_merges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`survivor_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`reason` text NOT NULL,
	`before` text NOT NULL,
	`given` text NOT NULL,
	`person_before` blob NOT NULL,
	`person_given` blob NOT NULL,
	`moved` text NOT NULL,
	`merged_by` integer NOT NULL,
	`merged_at` text NOT NULL,
	`undone_by` integer,
	`undone_at` text,
	FOREIGN KEY (`survivor_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entity_merges_by_survivor` ON `entity_merges` (`survivor_id`);--> statement-breakpoint
CREATE INDEX `entity_merges_by_other` ON `entity_merges` (`other_id`);--> statement-breakpoint
CREATE TABLE `entity_owners` (
	`entity_id` integer NOT NULL,
	`owner_id` integer NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`entity_id`, `owner_id`, `role`),
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `entity_owners_by_owner` ON `entity_owners` (`owner_id`);--> statement-breakpoint
CREATE TABLE `entity_persons` (
	`id` integer PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `watch_audiences` (
	`audience` text NOT NULL,
	`mark_id` integer NOT NULL,
	PRIMARY KEY(`audience`, `mark_id`),
	FOREIGN KEY (`mark_id`) REFERENCES `watch_marks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `watch_audiences_by_mark` ON `watch_audiences` (`mark_id`);--> statement-breakpoint
CREATE TABLE `watch_marks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entity_id` integer NOT NULL,
	`level` text NOT NULL,
	`reason` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL,
	`state` text NOT NULL,
	`office_id` integer NOT NULL,
	`asked_by` integer NOT NULL,
	`asked_at` text NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	`answer` text,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `watch_marks_by_entity` ON `watch_marks` (`entity_id`);--> statement-breakpoint
CREATE INDEX `watch_marks_by_office` ON `watch_marks` (`office_id`,`state`);--> statement-breakpoint
CREATE TABLE `visit_caps` (
	`region` text NOT NULL,
	`year` integer NOT NULL,
	`cap` integer NOT NULL,
	`reason` text NOT NULL,
	`set_by` integer NOT NULL,
	`set_at` text NOT NULL,
	PRIMARY KEY(`region`, `year`)
);
--> statement-breakpoint
CREATE TABLE `visits` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entity_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`visited_on` text NOT NULL,
	`purpose` text NOT NULL,
	`counts` integer NOT NULL,
	`officers` text NOT NULL,
	`notice_number` text,
	`over_cap_reason` text,
	`logged_by` integer NOT NULL,
	`logged_at` text NOT NULL,
	`cancelled_at` text,
	`cancel_reason` text,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visits_by_entity` ON `visits` (`entity_id`,`visited_on`);--> statement-breakpoint
CREATE INDEX `audit_lines_by_subject` ON `audit_lines` (`subject`,`id`) WHERE subject is not null;--> statement-breakpoint
CREATE INDEX `case_parties_by_entity` ON `case_parties` (`entity_id`);--> statement-breakpoint
-- One row of words for each entity, by its id. Tibetan vowel signs stay in their syllable.
CREATE VIRTUAL TABLE entity_texts USING fts5(
  head, body, initials,
  content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);

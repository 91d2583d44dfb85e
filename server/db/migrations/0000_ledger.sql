CREATE TABLE `audit_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`event` text NOT NULL,
	`dossier_id` integer,
	`subject` text,
	`person_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`request_id` text NOT NULL,
	`address` text NOT NULL,
	`detail` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_lines_by_dossier` ON `audit_lines` (`dossier_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_lines_by_event` ON `audit_lines` (`event`,`id`);--> statement-breakpoint
CREATE INDEX `audit_lines_by_person` ON `audit_lines` (`person_id`,`id`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`failures` integer NOT NULL,
	`last_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_by_key` ON `attempts` (`key`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`office_id` integer,
	`password_hash` text,
	`password_set_at` text,
	`former_hashes` text,
	`totp_sealed` text,
	`totp_last_step` integer,
	`code_digest` text,
	`code_until` text,
	`disabled` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_by_account` ON `persons` (`account`);--> statement-breakpoint
CREATE TABLE `posts` (
	`person_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`person_id`, `office_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posts_by_office` ON `posts` (`office_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`digest` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_by_person` ON `recovery_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`digest` text NOT NULL,
	`person_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`address` text NOT NULL,
	`agent` text NOT NULL,
	`created_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`proved_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_by_digest` ON `sessions` (`digest`);--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`person_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`digest` text NOT NULL,
	`person_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`last_used_at` text,
	`revoked_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_by_digest` ON `tokens` (`digest`);--> statement-breakpoint
CREATE INDEX `tokens_by_person` ON `tokens` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_policies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`mixed_characters` integer NOT NULL,
	`change_days` integer NOT NULL,
	`former_kept` integer NOT NULL,
	`second_factor_roles` text NOT NULL,
	`help_phone` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `calendar_years` (
	`year` integer PRIMARY KEY NOT NULL,
	`calendar` text NOT NULL,
	`at` text NOT NULL,
	`person_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clock_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`clock_id` integer NOT NULL,
	`kind` text NOT NULL,
	`on` text NOT NULL,
	`category` text,
	`length` integer,
	`reason` text,
	`file_id` integer,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`clock_id`) REFERENCES `clocks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clock_events_by_clock` ON `clock_events` (`clock_id`);--> statement-breakpoint
CREATE TABLE `clock_rules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`rule` text NOT NULL,
	`at` text NOT NULL,
	`person_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `clocks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` integer NOT NULL,
	`name` text NOT NULL,
	`rule` text NOT NULL,
	`started_on` text NOT NULL,
	`stopped_on` text,
	`length` integer NOT NULL,
	`paused_days` integer NOT NULL,
	`paused_on` text,
	`due_on` text,
	`soon_on` text,
	`unsettled_year` integer,
	`running` integer NOT NULL,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clocks_by_dossier` ON `clocks` (`dossier_id`,`name`);--> statement-breakpoint
CREATE INDEX `clocks_by_running` ON `clocks` (`running`,`unsettled_year`);--> statement-breakpoint
CREATE TABLE `complainant_marks` (
	`dossier_id` integer NOT NULL,
	`mark` text NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`dossier_id`, `mark`),
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `complainant_marks_by_digest` ON `complainant_marks` (`digest`,`dossier_id`);--> statement-breakpoint
CREATE TABLE `complainants` (
	`id` integer PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `complaints` (
	`id` integer PRIMARY KEY NOT NULL,
	`intake` text NOT NULL,
	`channel` text NOT NULL,
	`anonymity` text NOT NULL,
	`complainant_mask` text,
	`subject_contact` text,
	`matter` text NOT NULL,
	`content` text NOT NULL,
	`demands` text NOT NULL,
	`demand_text` text,
	`amount_fen` integer,
	`happened_on` text,
	`address` text,
	`foreign_number` text,
	`consent_public` integer NOT NULL,
	`consent_entrust` integer NOT NULL,
	`dispatched_by` integer,
	`ruled` integer DEFAULT false NOT NULL,
	`complaint_decision` text,
	`report_decision` text,
	`ground` text,
	`outcome` text,
	`summary` text,
	`recovered_fen` integer,
	`case_number` text,
	`satisfied` integer,
	`officers` text,
	`submitted_by` integer,
	`identity_openings` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `complaints_by_foreign_number` ON `complaints` (`foreign_number`);--> statement-breakpoint
CREATE TABLE `tellings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` integer NOT NULL,
	`to` text NOT NULL,
	`way` text NOT NULL,
	`told_on` text NOT NULL,
	`text` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tellings_by_dossier` ON `tellings` (`dossier_id`);--> statement-breakpoint
CREATE TABLE `dossier_links` (
	`from_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	`link` text NOT NULL,
	PRIMARY KEY(`from_id`, `to_id`, `link`),
	FOREIGN KEY (`from_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dossier_links_by_to` ON `dossier_links` (`to_id`);--> statement-breakpoint
CREATE TABLE `dossier_names` (
	`dossier_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	PRIMARY KEY(`dossier_id`, `person_id`),
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dossier_names_by_person` ON `dossier_names` (`person_id`);--> statement-breakpoint
CREATE TABLE `dossier_numbers` (
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`kind`, `year`)
);
--> statement-breakpoint
CREATE TABLE `dossier_parts` (
	`dossier_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`part` text NOT NULL,
	`former` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`dossier_id`, `office_id`),
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `dossier_sights` (
	`office_id` integer NOT NULL,
	`dossier_id` integer NOT NULL,
	`sight` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`county` text NOT NULL,
	`owner_office_id` integer NOT NULL,
	`received_on` text NOT NULL,
	`due_key` text NOT NULL,
	PRIMARY KEY(`office_id`, `dossier_id`),
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dossier_sights_by_due` ON `dossier_sights` (`office_id`,`kind`,`due_key`,`dossier_id`,`state`,`county`,`owner_office_id`);--> statement-breakpoint
CREATE INDEX `dossier_sights_by_received` ON `dossier_sights` (`office_id`,`kind`,`received_on`,`dossier_id`,`state`,`county`,`owner_office_id`);--> statement-breakpoint
CREATE INDEX `dossier_sights_by_dossier` ON `dossier_sights` (`dossier_id`);--> statement-breakpoint
CREATE TABLE `dossier_tallies` (
	`office_id` integer NOT NULL,
	`kind` text NOT NULL,
	`month` text NOT NULL,
	`owner_office_id` integer NOT NULL,
	`state` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`office_id`, `kind`, `month`, `owner_office_id`, `state`)
);
--> statement-breakpoint
CREATE TABLE `dossiers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`subject_id` integer,
	`subject_name` text,
	`county` text NOT NULL,
	`township` text,
	`owner_office_id` integer NOT NULL,
	`handler_id` integer,
	`state` text NOT NULL,
	`received_on` text NOT NULL,
	`closed_on` text,
	`restricted` integer DEFAULT false NOT NULL,
	`returns` integer DEFAULT 0 NOT NULL,
	`batch_id` integer,
	`clock_name` text,
	`clock_from` text,
	`clock_length` integer,
	`clock_paused_days` integer,
	`paused_on` text,
	`due_on` text,
	`soon_on` text,
	`unsettled_year` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dossiers_by_number` ON `dossiers` (`number`);--> statement-breakpoint
CREATE INDEX `dossiers_by_subject` ON `dossiers` (`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `dossiers_by_batch` ON `dossiers` (`batch_id`);--> statement-breakpoint
CREATE INDEX `dossiers_by_handler` ON `dossiers` (`handler_id`,`state`);--> statement-breakpoint
CREATE INDEX `dossiers_by_closing` ON `dossiers` (`owner_office_id`,`closed_on`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`person_id` integer NOT NULL,
	`key` text NOT NULL,
	`digest` text NOT NULL,
	`answer` text,
	`at` text NOT NULL,
	PRIMARY KEY(`person_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_by_age` ON `idempotency_keys` (`at`);--> statement-breakpoint
CREATE TABLE `departments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `departments_by_code` ON `departments` (`code`,`valid_from`);--> statement-breakpoint
CREATE TABLE `offices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`department` text NOT NULL,
	`region` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`short_name` text NOT NULL,
	`phone` text,
	`valid_from` text NOT NULL,
	`valid_until` text,
	`successor_id` integer
);
--> statement-breakpoint
CREATE INDEX `offices_by_place` ON `offices` (`department`,`region`);--> statement-breakpoint
CREATE TABLE `preferences` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` text NOT NULL
);

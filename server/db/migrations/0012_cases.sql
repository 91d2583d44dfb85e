CREATE TABLE `case_parties` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`credit_code` text,
	`no_code` text,
	`legal_rep` text,
	`entity_id` integer,
	`id_mask` text,
	`sealed` blob,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_parties_by_case` ON `case_parties` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `case_payments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`duty` text NOT NULL,
	`paid_on` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`receipt` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_payments_by_case` ON `case_payments` (`case_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` integer PRIMARY KEY NOT NULL,
	`procedure` text NOT NULL,
	`source` text NOT NULL,
	`source_note` text,
	`foreign_number` text,
	`matter` text NOT NULL,
	`violation` text NOT NULL,
	`content` text NOT NULL,
	`place` text,
	`credit_code` text,
	`act_ended_on` text,
	`grave_harm` integer NOT NULL,
	`goods_value_fen` integer,
	`illegal_gains_fen` integer,
	`officers` text NOT NULL,
	`filed_on` text,
	`facts` text,
	`nature` text,
	`violated` text,
	`basis` text,
	`discretion` text,
	`proposal` text,
	`proposed` text NOT NULL,
	`proposes_filing` integer,
	`state_before` text,
	`review_grounds` text NOT NULL,
	`review_opinion` text,
	`reviewer_id` integer,
	`reviewed_after_hearing` integer DEFAULT false NOT NULL,
	`notice_approved_by` integer,
	`told_on` text,
	`hearing_offered` integer,
	`statement` text,
	`statement_text` text,
	`statement_answer` text,
	`hearing_asked_on` text,
	`hearing_held_on` text,
	`hearing_presider` text,
	`hearing_report` text,
	`discussed_on` text,
	`discussion` text,
	`penalties` text NOT NULL,
	`fine_fen` integer,
	`gains_fen` integer,
	`outcome` text,
	`decided_on` text,
	`decided_by` integer,
	`decision_number` text,
	`served_on` text,
	`service_way` text,
	`effective_on` text,
	`pay_by` text,
	`instalments` text NOT NULL,
	`urged_on` text,
	`enforcement_asked_on` text,
	`ground` text,
	`police_question` text,
	`police_reason` text,
	`identity_openings` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cases_by_credit_code` ON `cases` (`credit_code`);--> statement-breakpoint
CREATE INDEX `cases_by_decision_number` ON `cases` (`decision_number`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`source` text NOT NULL,
	`collected_on` text NOT NULL,
	`collected_by` text NOT NULL,
	`place` text,
	`file_id` integer,
	`sha256` text,
	`version` integer NOT NULL,
	`replaces_id` integer,
	`replaced` integer DEFAULT false NOT NULL,
	`withdrawn_on` text,
	`withdrawn_because` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_by_case` ON `evidence` (`case_id`);--> statement-breakpoint
CREATE TABLE `goods` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`measure_id` integer,
	`name` text NOT NULL,
	`spec` text,
	`unit` text NOT NULL,
	`thousandths` integer NOT NULL,
	`kept` integer NOT NULL,
	`value_fen` integer,
	`place` text NOT NULL,
	`perishable` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goods_by_case` ON `goods` (`case_id`);--> statement-breakpoint
CREATE TABLE `goods_acts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`goods_id` integer NOT NULL,
	`act` text NOT NULL,
	`on` text NOT NULL,
	`thousandths` integer NOT NULL,
	`place` text,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`reason` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`goods_id`) REFERENCES `goods`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goods_acts_by_goods` ON `goods_acts` (`goods_id`);--> statement-breakpoint
CREATE TABLE `measures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`urgent` integer NOT NULL,
	`basis` text NOT NULL,
	`place` text NOT NULL,
	`goods` text NOT NULL,
	`taken_on` text,
	`taken_at` text,
	`asked_by` integer NOT NULL,
	`approved_by` integer,
	`ended_on` text,
	`reason` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `measures_by_case` ON `measures` (`case_id`);--> statement-breakpoint
CREATE TRIGGER goods_acts_no_update BEFORE UPDATE ON goods_acts BEGIN SELECT RAISE(ABORT, 'an act on goods stands as it was written'); END;
--> statement-breakpoint
CREATE TRIGGER goods_acts_no_delete BEFORE DELETE ON goods_acts BEGIN SELECT RAISE(ABORT, 'an act on goods stands as it was written'); END;
--> statement-breakpoint
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is withdrawn, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER case_payments_no_update BEFORE UPDATE ON case_payments BEGIN SELECT RAISE(ABORT, 'a payment stands as it was written'); END;
--> statement-breakpoint
CREATE TRIGGER case_payments_no_delete BEFORE DELETE ON case_payments BEGIN SELECT RAISE(ABORT, 'a payment stands as it was written'); END;

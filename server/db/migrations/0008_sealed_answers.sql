-- Answers kept before were in clear: they are forgotten, those kept from now on are sealed.
DROP TABLE `idempotency_keys`;--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`person_id` integer NOT NULL,
	`key` text NOT NULL,
	`digest` text NOT NULL,
	`answer` blob NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`person_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_by_age` ON `idempotency_keys` (`at`);

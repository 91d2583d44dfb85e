CREATE TABLE `required_fields` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`field` text NOT NULL,
	`reader` text NOT NULL,
	`review_on` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL
);

CREATE TABLE `import_mappings` (
	`office_id` integer NOT NULL,
	`shape` text NOT NULL,
	`mapping` text NOT NULL,
	PRIMARY KEY(`office_id`, `shape`)
);
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`verdict` text NOT NULL,
	`faults` text NOT NULL,
	`fixes` blob,
	`dossier_id` integer,
	`version` integer,
	PRIMARY KEY(`import_id`, `row`)
);
--> statement-breakpoint
CREATE INDEX `import_rows_by_verdict` ON `import_rows` (`import_id`,`verdict`,`row`);--> statement-breakpoint
CREATE TABLE `import_sheets` (
	`import_id` integer NOT NULL,
	`sheet` integer NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`import_id`, `sheet`)
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`office_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	`sheets` text NOT NULL,
	`sheet` integer NOT NULL,
	`header_row` integer NOT NULL,
	`headings` text NOT NULL,
	`mapping` text NOT NULL,
	`defaults` text NOT NULL,
	`skipped` text NOT NULL,
	`repeats` text,
	`done` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `imports_by_person` ON `imports` (`person_id`,`id`);
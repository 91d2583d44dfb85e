DROP INDEX `documents_by_version`;--> statement-breakpoint
ALTER TABLE `documents` ADD `party` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `documents_by_version` ON `documents` (`dossier_id`,`form`,`to`,`party`,`version`);
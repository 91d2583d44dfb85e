CREATE INDEX `entities_by_kind` ON `entities` (`merged_into`,`kind`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `entities_by_industry` ON `entities` (`merged_into`,`industry`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `entities_by_code_fault` ON `entities` (`merged_into`,`code_sound`,`updated_at`,`id`);
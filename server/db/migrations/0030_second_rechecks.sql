ALTER TABLE `rectification_visits` ADD `reported_on` text;--> statement-breakpoint
ALTER TABLE `rectification_visits` ADD `report` text;--> statement-breakpoint
ALTER TABLE `rectifications` ADD `announced_on` text;
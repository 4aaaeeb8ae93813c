-- Two people who edit a scope at once: the second learns of the first.
ALTER TABLE scope ADD COLUMN row_version int NOT NULL DEFAULT 0;

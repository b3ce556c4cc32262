-- Who lends what of a placement, where several do.
alter table application.placements_v1 add column shares jsonb;

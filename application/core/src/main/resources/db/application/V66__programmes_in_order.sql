-- The order in which programmes came is told by their events, not by who wrote them down first.
alter table application.programmes_v1 add column added_at timestamptz not null default now();
alter table application.programmes_v1 drop column nr;

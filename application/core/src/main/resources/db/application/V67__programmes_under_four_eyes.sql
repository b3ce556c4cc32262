-- A programme is routed to once another person has approved it.
alter table application.programmes_v1 add column approved boolean not null default false;

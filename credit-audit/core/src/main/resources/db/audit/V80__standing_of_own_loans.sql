-- How late a loan was when that was last said, and the worst that happened to it.
alter table audit.own_loans_v1 add column overdue_days integer not null default 0;
alter table audit.own_loans_v1 add column worst text;

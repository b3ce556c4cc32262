-- What each lender gave as its reason, by its name.
alter table audit.lenders_noes_v1 add column reasons jsonb not null default '{}';

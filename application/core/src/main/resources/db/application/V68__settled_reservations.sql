-- What is paid out is taken out of the lines' own state, once.
alter table application.reservations_v1 add column settled boolean not null default false;
create index reservations_to_settle on application.reservations_v1 (application)
    where state = 'CONFIRMED' and not settled;

alter table application.funding_lines_v1 add column kind text not null default 'VOLUME';

-- The principal that came back, by loan: a line of balance lends it again.
create table application.repaid_v1 (
    loan      text    primary key,
    principal numeric not null
);

-- When an application of a party was handed in, and for how much.
alter table audit.own_applications_v1 add column submitted_at timestamptz;
alter table audit.own_applications_v1 add column amount numeric not null default 0;

-- What we know of a party from its own loans.
create table audit.own_loans_v1 (
    loan           text    primary key,
    party          text    not null,
    state          text    not null,
    terms          text    not null,
    paid           numeric not null default 0,
    principal_paid numeric not null default 0
);
create index on audit.own_loans_v1 (party);

-- The own book anew, since loans have a standing in it now: how late one was when that was last said, and the worst that
-- happened to it. It is made again from all events; the former
-- tables are for nodes that are not updated yet.
create table audit.own_applications_v2 (
    application  text        primary key,
    party        text        not null,
    open         boolean     not null,
    amount       numeric     not null default 0,
    submitted_at timestamptz,
    declined_at  timestamptz
);
create index on audit.own_applications_v2 (party);

create table audit.own_loans_v2 (
    loan           text    primary key,
    application    text    not null default '',
    party          text    not null,
    state          text    not null,
    terms          text    not null,
    paid           numeric not null default 0,
    principal_paid numeric not null default 0,
    overdue_days   integer not null default 0,
    worst          text
);
create index on audit.own_loans_v2 (party);
create index on audit.own_loans_v2 (application);

-- A notice is of the newest decision about an application.
create index on audit.decisions_v1 (application);

-- What was handed in a moment ago and the read models may not know yet: who, from where, for what, through whom.
create table application.arrivals (
    application  text        not null,
    kind         text        not null,
    mark         text        not null,
    applicant    boolean     not null,
    jurisdiction text        not null,
    amount       numeric     not null,
    at           timestamptz not null,
    primary key (application, kind, mark)
);
create index on application.arrivals (kind, mark);
create index on application.arrivals (at);

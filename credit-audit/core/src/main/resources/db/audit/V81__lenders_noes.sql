-- Which lender an application is with, who said no to it or offered other terms, and what became of that: applicants are told.
create table audit.lenders_noes_v1 (
    application text        primary key,
    lender      text,
    lenders     text[]      not null default '{}',
    countered   boolean     not null default false,
    occasion    text,
    ended_at    timestamptz
);

-- What people decided: sums of a day, notices, and how overridden referrals went.
create table audit.review_decisions_v1 (
    review      text        primary key,
    audit       text        not null,
    nr          integer     not null,
    application text        not null,
    by_whom     text        not null,
    outcome     text        not null,
    reason      text        not null,
    amount      numeric     not null,
    currency    text        not null,
    decided_at  timestamptz not null
);
create index on audit.review_decisions_v1 (by_whom, decided_at);
create index on audit.review_decisions_v1 (audit, nr);
create index on audit.review_decisions_v1 (decided_at, review);
create index on audit.reviews_v1 (opened_at, id);

alter table audit.own_loans_v1 add column application text not null default '';
create index on audit.own_loans_v1 (application);

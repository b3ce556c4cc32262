-- Rule sets by the hash of their content, kept for ever: any decision can be run again.
create table audit.rule_sets (
    hash       char(64)    primary key,
    kind       text        not null,
    live_since timestamptz not null
);

create table audit.rule_files (
    rule_set char(64) not null references audit.rule_sets (hash),
    path     text     not null,
    text     text     not null,
    primary key (rule_set, path)
);

-- What we know of a party from its own applications.
create table audit.own_applications_v1 (
    application text    primary key,
    party       text    not null,
    open        boolean not null,
    declined_at timestamptz
);
create index on audit.own_applications_v1 (party);

-- Which reviews wait for whom.
create table audit.reviews_v1 (
    id          text        primary key,
    opened_at   timestamptz not null,
    application text        not null,
    state       text        not null,
    due_at      timestamptz not null
);
create index on audit.reviews_v1 (state, opened_at desc);

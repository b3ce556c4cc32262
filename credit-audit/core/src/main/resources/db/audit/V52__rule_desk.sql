-- Since when a set is live is said by the rule desk's events.
alter table audit.rule_sets drop column live_since;

-- How far each set is, and which of them decide, share or shadow.
create table audit.rule_desk_v1 (
    hash       text        primary key,
    kind       text        not null,
    state      text        not null,
    share      integer     not null default 0,
    shadow     boolean     not null default false,
    drafted_at timestamptz not null
);
create index on audit.rule_desk_v1 (drafted_at, hash);

-- Every decision with its sealed facts, to be judged again.
create table audit.decisions_v1 (
    audit       text        not null,
    nr          integer     not null,
    application text        not null,
    product     text        not null,
    channel     text,
    rule_set    text        not null,
    outcome     text        not null,
    rate        numeric,
    reasons     text        not null,
    party       text        not null,
    epoch       integer     not null,
    sealed      bytea       not null,
    decided_at  timestamptz not null,
    primary key (audit, nr)
);
create index on audit.decisions_v1 (decided_at, audit);

-- What sets that decide nothing said.
create table audit.shadow_judgements_v1 (
    rule_set   text        not null,
    audit      text        not null,
    nr         integer     not null,
    live       text        not null,
    shadow     text        not null,
    rate       numeric,
    reasons    text        not null,
    decided_at timestamptz not null,
    primary key (rule_set, audit, nr)
);

-- Whole reports of backtests.
create table audit.backtests (
    id       text primary key,
    rule_set text not null,
    report   text not null
);

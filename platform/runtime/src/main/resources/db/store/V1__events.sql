-- What happened, in the order it became durable. Rows are added, never changed.
create table events (
    position    bigint primary key,
    event_id    text not null unique,
    kind        text,
    id          text not null,
    sequence    bigint not null,
    name        text not null,
    revision    text,
    recorded_at timestamptz not null,
    occurred_at timestamptz not null,
    metadata    bytea not null,
    payload     bytea not null,
    hash        bytea not null,
    unique (id, sequence)
);
create index events_occurred_at on events using brin (occurred_at) with (pages_per_range = 32);
create index events_recorded_at on events using brin (recorded_at) with (pages_per_range = 32);

-- One row. Its lock orders the appenders of all nodes, so positions are gapless and in commit order.
create table head (
    one         boolean primary key default true check (one),
    position    bigint not null,
    hash        bytea not null,
    recorded_at timestamptz not null
);
insert into head (position, hash, recorded_at) values (0, '\x0000000000000000000000000000000000000000000000000000000000000000', 'epoch');

-- What only one owner may have: idempotency keys, instruction keys, identifiers of parties.
create table claims (
    kind   text not null,
    key    text not null,
    owner  text not null,
    detail bytea not null,
    at     timestamptz not null,
    primary key (kind, key)
);
-- The kind comes second: an index that begins with it tempts the planner, before the first analyze, to look each claim up by
-- its kind alone and read every claim of that kind.
create index claims_at on claims (at, kind);

-- States of things, at most twenty events behind. Only a shortcut: every row can be made again from events.
create table snapshots (
    id          text primary key,
    kind        text,
    sequence    bigint not null,
    event_id    text not null,
    name        text not null,
    revision    text,
    occurred_at timestamptz not null,
    metadata    bytea not null,
    payload     bytea not null
);

-- One row per group commit, so that a commit whose answer was lost can be read back.
create table batches (
    id            uuid primary key,
    last_position bigint not null,
    recorded_at   timestamptz not null
);
create index batches_recorded_at on batches using brin (recorded_at);

-- The chain's state at a position, signed.
create table checkpoints (
    position  bigint primary key,
    hash      bytea not null,
    at        timestamptz not null,
    key_id    text not null,
    signature bytea not null
);

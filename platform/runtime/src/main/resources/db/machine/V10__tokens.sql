-- How far each segment of each processing group has come. The position joins with store.events.
create table tokens (
    processor     text        not null,
    segment       int         not null,
    position      bigint      not null,
    started_after bigint      not null,
    owner         text,
    claimed_at    timestamptz,
    primary key (processor, segment)
) with (fillfactor = 50);

-- Groups that must not go on until somebody has looked: the ledger's.
create table halts (
    processor text        primary key,
    position  bigint      not null,
    error     text        not null,
    halted_at timestamptz not null default clock_timestamp()
);

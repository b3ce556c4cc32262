-- Events that a read model could not take, and those of the same sequence that wait behind them. By position, never a copy.
create table dead_letters (
    processor       text        not null,
    position        bigint      not null,
    segment         int         not null,
    sequence        text        not null,
    event_id        text        not null,
    state           text        not null check (state in ('failed', 'queued', 'closed')),
    error           text,
    attempts        int         not null default 0,
    created_at      timestamptz not null default clock_timestamp(),
    next_attempt_at timestamptz not null default clock_timestamp(),
    closed_at       timestamptz,
    closed_by       text,
    closed_reason   text,
    primary key (processor, position)
);
create index dead_letters_open on dead_letters (processor, sequence, position) where state <> 'closed';

-- Sagas: who waits for what. Only ids and progress; the version refuses a stale write.
create table sagas (
    processor text   not null,
    saga_id   text   not null,
    version   bigint not null,
    body      text   not null,
    primary key (processor, saga_id)
);
create table saga_associations (
    processor text not null,
    key       text not null,
    value     text not null,
    saga_id   text not null,
    primary key (processor, key, value, saga_id)
);
create index saga_associations_saga on saga_associations (processor, saga_id);

-- Saga steps that failed too often, and the steps of the same saga that wait behind them.
create table parked_steps (
    processor     text        not null,
    saga_id       text        not null,
    position      bigint      not null,
    event_id      text        not null,
    starting      boolean     not null,
    associations  text        not null,
    state         text        not null check (state in ('failed', 'queued', 'closed')),
    error         text,
    attempts      int         not null default 0,
    created_at    timestamptz not null default clock_timestamp(),
    closed_at     timestamptz,
    closed_by     text,
    closed_reason text,
    primary key (processor, saga_id, position)
);
create index parked_steps_open on parked_steps (processor, saga_id, position) where state <> 'closed';

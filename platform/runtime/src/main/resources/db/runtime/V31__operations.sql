-- Long work that callers follow: who asked, how far it is, and which node has it now.
create table operations (
    id           text primary key,
    type         text        not null,
    owner        text        not null,
    input        text        not null,
    state        text        not null check (state in ('QUEUED', 'RUNNING', 'STOPPED', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    done         bigint      not null default 0,
    total        bigint      not null default 0,
    reached      text        not null default '',
    queued_at    timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    result       text,
    problem      text,
    cancelling   boolean     not null default false,
    attempt      int         not null default 0,
    node         text,
    leased_until timestamptz
);

-- What a worker may take: waiting work, and running work whose node has gone silent.
create index operations_open on operations (queued_at) where state in ('QUEUED', 'RUNNING');
create index operations_newest on operations (queued_at desc, id desc);

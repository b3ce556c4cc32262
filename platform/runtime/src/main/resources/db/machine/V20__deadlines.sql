-- What waits in this context and until when. Written with the events' effects, deleted when its command had its effect.
create table deadlines (
    kind        text        not null,
    id          text        not null,
    due_at      timestamptz not null, -- by the application's clock
    lease_until timestamptz,          -- by the database's clock, which all nodes share
    attempts    integer     not null default 0,
    next_try_at timestamptz,          -- by the database's clock
    last_error  text,                 -- names of faults, never personal data
    primary key (kind, id)
);

create index deadlines_due on deadlines (due_at);

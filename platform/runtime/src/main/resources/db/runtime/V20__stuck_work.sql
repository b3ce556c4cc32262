-- What waits without anything that could end the wait. A row goes when its thing is mended.
create table stuck_work (
    name     text        not null,
    id       text        not null,
    missing  text        not null,
    found_at timestamptz not null,
    seen_at  timestamptz not null,
    primary key (name, id)
);

-- The last look at each kind of waiting work; an audit that cannot look is itself a finding.
create table stuck_work_looks (
    name      text        primary key,
    looked_at timestamptz not null,
    found     integer     not null,
    error     text
);

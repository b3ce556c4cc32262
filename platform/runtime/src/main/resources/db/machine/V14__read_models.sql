-- Which version of a read model answers. Rebuilds run beside it and take its place in one statement.
create table read_model_versions (
    model       text        primary key,
    live        int         not null,
    switched_at timestamptz not null default clock_timestamp()
);

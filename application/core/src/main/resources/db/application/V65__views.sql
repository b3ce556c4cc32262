-- Filters that people want again; each person's own.
create table application.views (
    owner   text  not null,
    name    text  not null,
    filters jsonb not null,
    primary key (owner, name)
);

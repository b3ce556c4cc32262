-- Whose each application is, what it is found by, and what was noted.
create table application.care_v1 (
    application text primary key,
    officer     text not null
);
create index on application.care_v1 (officer);

create table application.application_identifiers_v1 (
    kind        text not null,
    hash        text not null,
    application text not null,
    primary key (kind, hash, application)
);
create index on application.application_identifiers_v1 (application);

create table application.notes_v1 (
    id          text        primary key,
    application text        not null,
    at          timestamptz not null,
    by          text        not null,
    epoch       int         not null,
    bytes       bytea       not null
);
create index on application.notes_v1 (application, at desc);

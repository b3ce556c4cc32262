-- Which applications there are and what they wait for; seen is the version a row shows.
create table application.applications_v1 (
    id          text        primary key,
    started_at  timestamptz not null,
    product     text        not null,
    state       text        not null,
    waiting_for text        not null,
    seen        bigint      not null
);
create index on application.applications_v1 (started_at desc, id desc);
create index on application.applications_v1 (state, started_at desc);

create table application.timeline_v1 (
    application text        not null,
    nr          bigint      not null,
    at          timestamptz not null,
    what        text        not null,
    text        text        not null,
    by          text        not null,
    primary key (application, nr)
);

create table application.products_v1 (
    id          text        primary key,
    proposed_at timestamptz not null
);

create table application.parties_v1 (
    id   text primary key,
    name text not null
);

create table application.party_identifiers_v1 (
    kind  text not null,
    hash  text not null,
    party text not null,
    primary key (kind, hash, party)
);

create table application.funding_lines_v1 (
    id          text        primary key,
    proposed_at timestamptz not null
);

create table application.reservations_v1 (
    nr          bigint      generated always as identity unique,
    line        text        not null,
    application text        not null,
    placement   int         not null,
    amount      numeric     not null,
    state       text        not null,
    at          timestamptz not null,
    primary key (line, application, placement)
);
create index on application.reservations_v1 (application);

-- Programmes in the order in which they were added: their numbers in every routing.
create table application.programmes_v1 (
    nr   bigint generated always as identity unique,
    id   text   primary key,
    bank text   not null,
    data jsonb  not null
);

create table application.placements_v1 (
    application text    not null,
    nr          int     not null,
    bank        text    not null,
    programme   text    not null,
    rank        int,
    state       text    not null,
    skipped     jsonb   not null,
    line        text,
    instruction text,
    terms       jsonb,
    primary key (application, nr)
);

-- Contracts by the hash of their bytes.
create table application.documents (
    hash  char(64) primary key,
    bytes bytea    not null
);

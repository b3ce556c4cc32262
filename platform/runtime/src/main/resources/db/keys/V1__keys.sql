-- Data keys, wrapped by a master key that is never here. Backed up apart from the rest: who has only the events, or only
-- the keys, reads nothing.

-- One key per subject (a party, or a month such as answers-2026-11), purpose and epoch. Erasing deletes the wrapped key
-- and leaves the row: a tombstone that refuses a new key for this subject.
create table keys.data_keys (
    subject    text not null,
    purpose    text not null,
    epoch      integer not null check (epoch >= 1),
    master     text,
    wrapped    bytea,
    created_at timestamptz not null,
    erased_at  timestamptz,
    primary key (subject, purpose, epoch),
    constraint wrapped_until_erased check ((wrapped is null) = (erased_at is not null)),
    constraint wrapped_by_somebody check ((wrapped is null) = (master is null))
);

create index data_keys_by_master on keys.data_keys (master) where master is not null;
create index data_keys_erased on keys.data_keys (erased_at) where erased_at is not null;

-- The keys of keyed hashes, one for each use: the same for ever, or nothing could be found again.
create table keys.index_keys (
    name       text primary key,
    master     text not null,
    wrapped    bytea not null,
    created_at timestamptz not null
);

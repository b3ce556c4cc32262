alter table application.parties_v1 add column merged_into text;
create index on application.parties_v1 (merged_into) where merged_into is not null;
create index on application.party_identifiers_v1 (party);

-- Who takes part in what, and whether that is over.
create table application.party_applications_v1 (
    application  text        not null,
    party        text        not null,
    role         text        not null,
    jurisdiction text        not null,
    at           timestamptz not null,
    standing     text        not null,
    ended_at     timestamptz,
    loan         text,
    primary key (application, party)
);
create index on application.party_applications_v1 (party);
create index on application.party_applications_v1 (loan) where loan is not null;

create table application.dealers_v1 (
    id          text        primary key,
    proposed_at timestamptz not null
);

alter table application.party_applications_v1 add column amount numeric not null default 0;

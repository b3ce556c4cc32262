-- Which nodes live and which groups they work for; decides how many segments each may claim.
create table nodes (
    node   text        primary key,
    groups text[]      not null,
    seen   timestamptz not null
);

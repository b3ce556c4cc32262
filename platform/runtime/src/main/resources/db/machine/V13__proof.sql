-- What each segment has handled, per block of 4,096 positions: how many events and the sum of their hashes. Kept in the
-- transaction of the token and compared with store.events.
create table proof (
    processor text   not null,
    block     bigint not null,
    segment   int    not null,
    events    bigint not null,
    sum       bigint not null,
    primary key (processor, block, segment)
) with (fillfactor = 70);

-- Blocks below this one were found equal and are not compared again. When a release changes what a group subscribes to,
-- its sums start anew behind tokens.started_after.
create table proof_verified (
    processor  text   primary key,
    below      bigint not null,
    subscribes text   not null
);

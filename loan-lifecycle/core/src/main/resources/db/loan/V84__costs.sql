-- What each loan costs by its contract, against the cap of the day it was booked.
create table loan.costs_v1 (
    loan    text    primary key,
    cap     text,
    highest numeric,
    cost    numeric,
    above   boolean not null
);

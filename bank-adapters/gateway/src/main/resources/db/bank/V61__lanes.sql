-- What is due is taken by bank and kind, as many as there are places.
create index instructions_v1_lane on instructions_v1 (bank, kind, due_at) where due_at is not null;
drop index instructions_v1_due;

-- Lines are in the currency of their market.
alter table application.reservations_v1 add column currency text not null default 'CNY';

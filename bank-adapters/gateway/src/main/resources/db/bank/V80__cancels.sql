-- Before an order is sent somebody looks whether there ever was a cancel of it.
create index instructions_v1_cancels on instructions_v1 ((cast(order_json as jsonb) ->> 'of')) where kind = 'Cancel';

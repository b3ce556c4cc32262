-- Which set gave the price; where there is none, the rule set itself did.
alter table audit.decisions_v1 add column pricing_set text;

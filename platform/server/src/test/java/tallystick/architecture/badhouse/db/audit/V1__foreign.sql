create view audit.exposure as select * from loan.balances;

package tallystick.architecture.badhouse.loan.servicing;

interface ReadsForeignTables {
    String LAWFUL = "select amount from loan.balances";
    String UNLAWFUL = "select outcome from audit.decisions join loan.balances using (id)";
}

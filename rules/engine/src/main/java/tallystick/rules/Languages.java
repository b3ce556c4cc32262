package tallystick.rules;

/** In which languages the files of a rule set may be written. Tables are for risk teams; the rest is for operators to allow. */
public enum Languages {
    TABLES,
    /** A small part of Drools' language too, behind its guard: see {@link tallystick.rules.guarded.GuardedRules}. */
    TABLES_AND_GUARDED_DRL
}

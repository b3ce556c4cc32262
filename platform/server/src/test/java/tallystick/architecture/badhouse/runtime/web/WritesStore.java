package tallystick.architecture.badhouse.runtime.web;

interface WritesStore {
    String LAWFUL = "select position from store.events";
    String UNLAWFUL = "update store.head set position = 0";
    String ALSO_UNLAWFUL = """
        delete from store.claims
        """;
}

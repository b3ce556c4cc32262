package tallystick.architecture.badhouse.runtime.web;

interface ReadsKeys {
    String SQL = "select key from keys.masters";
}

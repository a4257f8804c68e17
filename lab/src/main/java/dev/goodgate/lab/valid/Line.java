package dev.goodgate.lab.valid;

/// One field line: the name as it is written, the value without the blanks around it.
record Line(String name, String value) {
    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}

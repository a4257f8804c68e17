package dev.goodgate.cli;

/// One option of a command line. A flag has no placeholder.
record Option(String name, String placeholder, String doc) {
    static final Option JSON = flag("--json", "Print data as JSON on standard output.");
    static final Option LANG =
            valued("--lang", "LANG", "Language of texts for people: en, es, ru, zh. [en]");
    static final Option HELP = flag("--help", "Print this text.");

    static Option flag(String name, String doc) {
        return new Option(name, "", doc);
    }

    static Option valued(String name, String placeholder, String doc) {
        return new Option(name, placeholder, doc);
    }

    boolean takesValue() {
        return !placeholder.isEmpty();
    }

    String label() {
        return takesValue() ? name + " " + placeholder : name;
    }
}

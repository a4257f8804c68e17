package dev.goodgate.logs.line;

import dev.goodgate.logs.line.Clock.Stamp;

/// A line while its wrappers come off: what is left, and what they said. For one thread.
final class Peeling {
    final Clock clock;
    private String text;
    private long micros = Line.NO_TIME;
    private String writer = "";
    private String host = "";
    private int pid;
    private boolean contained;

    Peeling(String text, Clock clock) {
        this.text = text;
        this.clock = clock;
    }

    /// What is left.
    String text() {
        return text;
    }

    /// A new text is left, made safe to show.
    boolean inside(String rest) {
        text = Scrub.clean(rest);
        return true;
    }

    /// The text from there on is left.
    boolean from(int index) {
        text = text.substring(Math.min(index, text.length()));
        return true;
    }

    /// A wrapper knew when; what is no time says nothing.
    void at(Stamp stamp) {
        if (stamp.found()) micros = stamp.micros();
    }

    /// A wrapper named the program; a unit goes by its name without `.service`.
    void by(String program) {
        if (program.isEmpty()) return;
        boolean unit = program.endsWith(".service") && program.length() > 8;
        writer = unit ? program.substring(0, program.length() - 8) : program;
    }

    /// Who wrote, as far as known.
    String writer() {
        return writer;
    }

    /// A wrapper named the machine.
    void on(String machine) {
        if (!machine.isEmpty() && !machine.equals("-")) host = machine;
    }

    /// A wrapper gave the process; what is no number of one says nothing.
    void process(String digits) {
        int length = digits.length();
        if (length == 0 || length > 9) return;
        int value = new Cursor(digits, 0).exact(length);
        if (value > 0) pid = value;
    }

    /// A container runtime's wrapper came off.
    void contained() {
        contained = true;
    }

    boolean isContained() {
        return contained;
    }

    /// A wrapper said all that at once; what is unknown there stays as it was.
    void said(Line about) {
        if (about.timed()) micros = about.micros();
        by(about.writer());
        on(about.host());
        if (about.pid() > 0) pid = about.pid();
    }

    Line line() {
        return new Line(text, micros, writer, host, pid, contained);
    }
}

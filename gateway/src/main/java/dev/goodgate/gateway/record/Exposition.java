package dev.goodgate.gateway.record;

import java.util.List;

/// Prometheus text exposition format 0.0.4 in the making. Families come one after the other, each
/// once; a family's samples follow its header. Not thread safe.
final class Exposition {
    /// What `Content-Type` says of it.
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder out = new StringBuilder(8192);

    /// The types we use.
    enum Type {
        COUNTER("counter"),
        GAUGE("gauge"),
        HISTOGRAM("histogram");

        private final String word;

        Type(String word) {
            this.word = word;
        }
    }

    Exposition family(String name, Type type, String help) {
        out.append("# HELP ").append(name).append(' ');
        escape(help, false);
        out.append("\n# TYPE ").append(name).append(' ').append(type.word).append('\n');
        return this;
    }

    Exposition sample(String name, long value, String... labels) {
        return line(name, Long.toString(value), labels);
    }

    Exposition sample(String name, double value, String... labels) {
        return line(name, number(value), labels);
    }

    Exposition sample(Gauge gauge) {
        List<Gauge.Label> labels = gauge.labels();
        String[] pairs = new String[labels.size() * 2];
        for (int i = 0; i < labels.size(); i++) {
            pairs[2 * i] = labels.get(i).name();
            pairs[2 * i + 1] = labels.get(i).value();
        }
        return sample(gauge.name(), gauge.value().getAsLong(), pairs);
    }

    /// A number as the format wants it: no exponent where none is needed, no trailing `.0`.
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long.toString((long) value);
        return Double.toString(value);
    }

    private Exposition line(String name, String value, String... labels) {
        out.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            out.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
            escape(labels[i + 1], true);
            out.append('"');
        }
        if (labels.length > 0) out.append('}');
        out.append(' ').append(value).append('\n');
        return this;
    }

    private void escape(String text, boolean inQuotes) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '"' -> out.append(inQuotes ? "\\\"" : "\"");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

package dev.goodgate.diagnosis.answer;

/// Plain text: indented, wrapped by nobody.
final class PlainPaper implements Paper {
    private static final int NAME_WIDTH = 18;

    private final StringBuilder out = new StringBuilder(1024);

    @Override
    public Paper heading(String title) {
        out.append('\n').append(PlainText.clean(title)).append('\n');
        return this;
    }

    @Override
    public Paper subheading(String title, String aside) {
        out.append("\n  ").append(PlainText.clean(title));
        if (!aside.isEmpty()) out.append(" [").append(PlainText.clean(aside)).append(']');
        out.append('\n');
        return this;
    }

    @Override
    public Paper text(String text) {
        out.append("  ").append(PlainText.clean(text)).append('\n');
        return this;
    }

    @Override
    public Paper fact(String name, String value) {
        if (value.isEmpty()) return this;
        out.append("  ").append(PlainText.clean(name));
        out.repeat(' ', Math.max(1, NAME_WIDTH - name.length()));
        out.append(PlainText.clean(value)).append('\n');
        return this;
    }

    @Override
    public Paper item(String text) {
        out.append("  - ").append(PlainText.clean(text)).append('\n');
        return this;
    }

    @Override
    public Paper quote(String text) {
        return item(text);
    }

    @Override
    public Paper command(String command) {
        out.append("      ").append(PlainText.clean(command)).append('\n');
        return this;
    }

    @Override
    public Paper block(String lines) {
        lines.lines()
                .forEach(line -> out.append("    ").append(PlainText.clean(line)).append('\n'));
        return this;
    }

    @Override
    public String written() {
        return out.toString();
    }
}

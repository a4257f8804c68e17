package dev.goodgate.diagnosis.answer;

/// CommonMark.
final class MarkdownPaper implements Paper {
    private final StringBuilder out = new StringBuilder(1024);
    private boolean inList;

    @Override
    public Paper heading(String title) {
        begin(false).append("## ").append(MarkdownText.escaped(title)).append('\n');
        return this;
    }

    @Override
    public Paper subheading(String title, String aside) {
        begin(false).append("### ").append(MarkdownText.escaped(title));
        if (!aside.isEmpty()) out.append(" (").append(MarkdownText.escaped(aside)).append(')');
        out.append('\n');
        return this;
    }

    @Override
    public Paper text(String text) {
        begin(false).append(MarkdownText.escaped(text)).append('\n');
        return this;
    }

    @Override
    public Paper fact(String name, String value) {
        if (value.isEmpty()) return this;
        begin(true).append("- ").append(MarkdownText.escaped(name)).append(": ");
        out.append(MarkdownText.code(value)).append('\n');
        return this;
    }

    @Override
    public Paper item(String text) {
        begin(true).append("- ").append(MarkdownText.escaped(text)).append('\n');
        return this;
    }

    @Override
    public Paper quote(String text) {
        begin(true).append("- ").append(MarkdownText.code(text)).append('\n');
        return this;
    }

    @Override
    public Paper command(String command) {
        out.append("  ").append(MarkdownText.code(command)).append('\n');
        return this;
    }

    /// An indented block: nothing in it can end it.
    @Override
    public Paper block(String lines) {
        begin(false);
        lines.lines()
                .forEach(line -> out.append("    ").append(PlainText.clean(line)).append('\n'));
        return this;
    }

    @Override
    public String written() {
        return out.toString();
    }

    /// A blank line between paragraphs, none between the items of a list.
    private StringBuilder begin(boolean item) {
        if (!item || !inList) out.append('\n');
        inList = item;
        return out;
    }
}

package dev.goodgate.gateway.admin;

/// A text for people in the making. What goes in is made safe for a terminal here. Not thread safe.
sealed interface Sheet {
    void title(String text);

    void heading(String text);

    /// A line of running text.
    void line(String text);

    /// A term and its value; nothing for an empty value.
    void fact(String term, String value);

    void item(String text);

    /// Something to be read as it stands, such as a head or a command.
    void code(String text);

    /// Indented plain text.
    final class Plain implements Sheet {
        private final StringBuilder out = new StringBuilder(2048);

        @Override
        public void title(String text) {
            out.append(Visible.line(text)).append('\n');
        }

        @Override
        public void heading(String text) {
            out.append('\n').append(Visible.line(text)).append('\n');
        }

        @Override
        public void line(String text) {
            out.append("  ").append(Visible.line(text)).append('\n');
        }

        @Override
        public void fact(String term, String value) {
            if (value.isEmpty()) return;
            String padded = term + " ".repeat(Math.max(1, 16 - term.length()));
            out.append("  ").append(padded).append(Visible.line(value)).append('\n');
        }

        @Override
        public void item(String text) {
            out.append("  - ").append(Visible.line(text)).append('\n');
        }

        @Override
        public void code(String text) {
            Visible.lines(text)
                    .stripTrailing()
                    .lines()
                    .forEach(line -> out.append("      ").append(line).append('\n'));
        }

        @Override
        public String toString() {
            return out.toString();
        }
    }

    /// Markdown; text from outside cannot become markup.
    final class Markdown implements Sheet {
        private final StringBuilder out = new StringBuilder(2048);

        @Override
        public void title(String text) {
            out.append("# ").append(escaped(text)).append('\n');
        }

        @Override
        public void heading(String text) {
            out.append("\n## ").append(escaped(text)).append("\n\n");
        }

        @Override
        public void line(String text) {
            out.append('\n').append(escaped(text)).append('\n');
        }

        @Override
        public void fact(String term, String value) {
            if (value.isEmpty()) return;
            out.append("- ").append(escaped(term)).append(": ").append(span(value)).append('\n');
        }

        @Override
        public void item(String text) {
            out.append("- ").append(escaped(text)).append('\n');
        }

        @Override
        public void code(String text) {
            String clean = Visible.lines(text).stripTrailing();
            String fence = fence(clean, "```");
            out.append('\n').append(fence).append('\n').append(clean).append('\n');
            out.append(fence).append("\n\n");
        }

        private static String span(String text) {
            String clean = Visible.line(text);
            String fence = fence(clean, "`");
            boolean edge = clean.startsWith("`") || clean.endsWith("`");
            return fence + (edge ? " " + clean + " " : clean) + fence;
        }

        private static String fence(String text, String least) {
            String fence = least;
            while (text.contains(fence)) fence += "`";
            return fence;
        }

        private static String escaped(String text) {
            return Visible.line(text).replaceAll("([\\\\`*_\\[\\]<>#|!~&])", "\\\\$1");
        }

        @Override
        public String toString() {
            return out.toString();
        }
    }
}

package dev.goodgate.logs.report;

/// Writes HTML: what is given as text is escaped, always. For one thread.
final class Html {
    private final StringBuilder out = new StringBuilder(16 * 1024);

    /// Markup of our own.
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /// Text, safe in content and in quoted attributes.
    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return this;
    }

    /// An element with text in it; `tag` may bring attributes of our own along.
    Html element(String tag, String text) {
        int space = tag.indexOf(' ');
        String name = space < 0 ? tag : tag.substring(0, space);
        raw("<" + tag + ">").text(text).raw("</" + name + ">");
        return this;
    }

    Html line() {
        out.append('\n');
        return this;
    }

    String written() {
        return out.toString();
    }
}

package dev.goodgate.gateway.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// An HTML page in the making. Text goes in through [#text] and is escaped there; markup is only
/// what stands in our code. No script, no asset from elsewhere. Not thread safe.
final class Page {
    private static final String STYLE = style();

    private final StringBuilder out = new StringBuilder(16_384);

    Page(String title) {
        out.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .append("<title>");
        text(title).markup("</title><style>").markup(STYLE).markup("</style></head><body>");
    }

    /// Markup of our own.
    Page markup(String markup) {
        out.append(markup);
        return this;
    }

    /// Text from anywhere; control characters become visible.
    Page text(String text) {
        String safe = Visible.lines(text);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return this;
    }

    /// The text between an opening and a closing tag of that name.
    Page element(String tag, String text) {
        return markup("<" + tag + ">").text(text).markup("</" + tag + ">");
    }

    /// A small coloured label: `good`, `warn`, `bad` or `soft`.
    Page tag(String kind, String text) {
        return markup("<span class=\"tag " + kind + "\">").text(text).markup("</span>");
    }

    /// A term with its description, left out when there is none.
    Page fact(String term, String description) {
        if (description.isEmpty()) return this;
        return element("dt", term).markup("<dd class=\"mono\">").text(description).markup("</dd>");
    }

    String end() {
        markup("<footer>Goodgate · the admin listener shows this to whoever reaches it</footer>");
        return markup("</body></html>").toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private static String style() {
        try (InputStream file = Page.class.getResourceAsStream("page.css")) {
            if (file == null) throw new IllegalStateException("page.css is missing");
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.goodgate.diagnosis.answer;

/// Something to write a report on, in one of the formats people read as text. Each method escapes
/// what it is given. Not thread safe.
public interface Paper {
    /// A sheet of plain text.
    static Paper plain() {
        return new PlainPaper();
    }

    /// A sheet of Markdown.
    static Paper markdown() {
        return new MarkdownPaper();
    }

    /// The title of a part.
    Paper heading(String title);

    /// The title of a smaller part, with a technical word about it.
    Paper subheading(String title, String aside);

    /// A paragraph.
    Paper text(String text);

    /// A technical value with its name; nothing at all when the value is empty.
    Paper fact(String name, String value);

    /// An item of a list, in words.
    Paper item(String text);

    /// An item of a list, verbatim.
    Paper quote(String text);

    /// A command that belongs to the item above it.
    Paper command(String command);

    /// Several lines, verbatim.
    Paper block(String lines);

    /// What has been written.
    String written();
}

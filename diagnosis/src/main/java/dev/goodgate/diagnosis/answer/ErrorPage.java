package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.text.Texts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// An error page of the site's owner: HTML with `{{slots}}`, read and judged once, so that filling
/// it is copying. Immutable; any thread.
public final class ErrorPage {
    /// A page has no more octets than this.
    public static final int MOST_OCTETS = 256 << 10;

    /// What stands before the slot. The last piece has none behind it.
    record Piece(String text, List<PageSlot> slot) {}

    private final List<Piece> pieces;

    ErrorPage(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /// What became of reading one.
    public sealed interface Reading {
        /// It can be used.
        record Good(ErrorPage page) implements Reading {}

        /// It cannot: where, counted from 1 (0: the file as a whole), what was seen there and what
        /// was expected.
        record Wrong(int line, int column, String seen, String expected) implements Reading {}
    }

    /// Reads a page from the octets of its file.
    public static Reading read(byte[] octets) {
        if (octets.length > MOST_OCTETS) {
            return new Reading.Wrong(0, 0, "more than 256 KiB", "a page of at most 256 KiB");
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(octets);
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            if (text.isBlank()) return new Reading.Wrong(0, 0, "an empty file", "a page in HTML");
            return new ErrorPageParser(text.startsWith("\ufeff") ? text.substring(1) : text).read();
        } catch (CharacterCodingException e) {
            return new Reading.Wrong(0, 0, "octets that are not UTF-8", "UTF-8");
        }
    }

    /// The names of all slots, in the order the manual lists them.
    public static List<String> slots() {
        return List.of(PageSlot.values()).stream().map(PageSlot::id).toList();
    }

    /// Whether a visitor finds the number in it that an operator asks for.
    public boolean namesIncident() {
        return uses(PageSlot.INCIDENT);
    }

    /// Whether the page says in which language it is, and so takes the reader's.
    boolean namesLanguage() {
        return uses(PageSlot.LANGUAGE);
    }

    private boolean uses(PageSlot slot) {
        return pieces.stream().anyMatch(piece -> piece.slot.contains(slot));
    }

    byte[] fill(Diagnosis diagnosis, Reader reader, Texts texts) {
        PageSlot.About about = new PageSlot.About(diagnosis, reader, texts);
        StringBuilder out = new StringBuilder(4096);
        for (Piece piece : pieces) {
            out.append(piece.text);
            for (PageSlot slot : piece.slot) out.append(slot.of(about));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package dev.goodgate.diagnosis.answer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A text cut into octets and slots, so that filling it is a few array copies. Immutable.
final class Template {
    /// `pieces[i]` comes before the value of `slots[i]`; the last piece ends the text.
    private final byte[][] pieces;

    private final Slot[] slots;

    private Template(List<byte[]> pieces, List<Slot> slots) {
        this.pieces = pieces.toArray(byte[][]::new);
        this.slots = slots.toArray(Slot[]::new);
    }

    /// Cuts a text at its `{{names}}`: those among the words are replaced now, the others are slots
    /// of that name.
    static Template of(String source, Map<String, String> words) {
        List<byte[]> pieces = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int at = 0;
        for (int open; (open = source.indexOf("{{", at)) >= 0; ) {
            int close = source.indexOf("}}", open);
            String name = source.substring(open + 2, close);
            piece.append(source, at, open);
            String word = words.get(name);
            if (word == null) {
                slots.add(Slot.valueOf(name.toUpperCase(Locale.ROOT)));
                pieces.add(piece.toString().getBytes(StandardCharsets.UTF_8));
                piece.setLength(0);
            } else {
                piece.append(word);
            }
            at = close + 2;
        }
        piece.append(source, at, source.length());
        pieces.add(piece.toString().getBytes(StandardCharsets.UTF_8));
        return new Template(pieces, slots);
    }

    /// Its length without what goes into the slots.
    int octets() {
        int length = 0;
        for (byte[] piece : pieces) length += piece.length;
        return length;
    }

    /// The text with those values in its slots.
    byte[] fill(Values values) {
        int length = octets();
        for (Slot slot : slots) length += values.of(slot).length;
        byte[] out = new byte[length];
        int at = 0;
        for (int i = 0; i < pieces.length; i++) {
            at = copy(pieces[i], out, at);
            if (i < slots.length) at = copy(values.of(slots[i]), out, at);
        }
        return out;
    }

    private static int copy(byte[] from, byte[] to, int at) {
        System.arraycopy(from, 0, to, at, from.length);
        return at + from.length;
    }

    /// What goes into the slots. A slot without a value is empty.
    static final class Values {
        private static final byte[] NOTHING = {};
        private final Map<Slot, byte[]> values = new EnumMap<>(Slot.class);
        private int room = Integer.MAX_VALUE;

        /// Bounds what all values together should take.
        void within(int octets) {
            room = octets;
        }

        /// What is left of that.
        int left() {
            return room - values.values().stream().mapToInt(value -> value.length).sum();
        }

        Values set(Slot slot, String text) {
            values.put(slot, text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        private byte[] of(Slot slot) {
            return values.getOrDefault(slot, NOTHING);
        }
    }
}

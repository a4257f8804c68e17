package dev.goodgate.logs.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The first octets of an input, at most 4 KiB, and what they show.
final class Head {
    private static final int SIZE = 4096;
    private static final int ENOUGH = 16;

    private static final HexFormat HEX = HexFormat.of();

    /// Starts of files that may hold no NUL among their first octets and are no text all the same.
    private static final List<String> BINARY =
            List.of(
                    "255044462d", // PDF
                    "504b0304", // zip
                    "7f454c46", // ELF
                    "89504e47", // PNG
                    "ffd8ff", // JPEG
                    "cafebabe"); // class file

    private final byte[] octets;

    private Head(byte[] octets) {
        this.octets = octets;
    }

    /// Reads the first octets; of a pipe that pauses, those that are there.
    static Head of(InputStream stream) throws IOException {
        byte[] octets = new byte[SIZE];
        int size = 0;
        while (size < SIZE && (size < ENOUGH || stream.available() > 0)) {
            int count = stream.read(octets, size, SIZE - size);
            if (count < 0) break;
            size += count;
        }
        return new Head(Arrays.copyOf(octets, size));
    }

    /// The stream with these octets before it again.
    InputStream before(InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(octets), rest);
    }

    boolean isEmpty() {
        return octets.length == 0;
    }

    boolean startsWith(String hex) {
        return contains(0, hex);
    }

    boolean contains(int from, String hex) {
        int length = hex.length() / 2;
        if (octets.length < from + length) return false;
        return HEX.formatHex(octets, from, from + length).equals(hex);
    }

    boolean isUtf16() {
        return (startsWith("fffe") || startsWith("feff")) && octets.length > 3;
    }

    /// A binary file of systemd's journal.
    boolean isJournal() {
        return startsWith("4c504b5348485248");
    }

    /// Nothing but NUL: the hole that a server writes behind whose log was truncated under it.
    boolean isHole() {
        for (byte octet : octets) {
            if (octet != 0) return false;
        }
        return !isEmpty();
    }

    boolean isBinary() {
        for (String start : BINARY) {
            if (startsWith(start)) return true;
        }
        if (isUtf16()) return false;
        for (byte octet : octets) {
            if (octet == 0) return true;
        }
        return false;
    }
}

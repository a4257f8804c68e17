package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.BenchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/// A body that a seed determines, made block by block.
record Content(long seed, long length) {
    private static final int BLOCK = 65_536;

    void writeTo(OutputStream out) throws IOException {
        each(out::write);
    }

    /// The SHA-256 of the whole, in hexadecimal.
    String hash() throws IOException {
        MessageDigest digest = sha256();
        each(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The SHA-256 of what a stream holds, read no faster than the pace.
    static String hash(InputStream in, Pace pace) throws IOException {
        MessageDigest digest = sha256();
        byte[] block = new byte[BLOCK];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            digest.update(block, 0, n);
            pace.take(n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private interface Sink {
        void take(byte[] octets, int from, int length) throws IOException;
    }

    private void each(Sink sink) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] block = new byte[BLOCK];
        for (long left = length; left > 0; left -= BLOCK) {
            random.nextBytes(block);
            sink.take(block, 0, (int) Math.min(left, BLOCK));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new BenchFailure("SHA-256: " + e);
        }
    }
}

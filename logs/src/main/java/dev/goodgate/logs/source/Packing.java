package dev.goodgate.logs.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// How an input is compressed, told by its first octets and never by its name.
enum Packing {
    NONE(""),
    GZIP("1f8b08"),
    ZSTD("28b52ffd"),
    BZIP2("425a68"),
    XZ("fd377a585a00");

    private static final int BLOCK = 1 << 16;

    /// `xz -9` wants 65 MiB; more is an attack on our memory.
    private static final int XZ_LIMIT_KIB = 96 * 1024;

    private final String magic;

    Packing(String magic) {
        this.magic = magic;
    }

    /// What the first octets say.
    static Packing of(Head head) {
        for (Packing packing : values()) {
            if (packing == NONE || !head.startsWith(packing.magic)) continue;
            boolean blocks = packing != BZIP2 || head.contains(4, "314159265359");
            if (blocks) return packing;
        }
        return NONE;
    }

    /// The text inside; all members of it, where several are put together.
    InputStream open(InputStream packed) throws IOException {
        return switch (this) {
            case NONE -> packed;
            case GZIP -> new GZIPInputStream(new Ready(packed), BLOCK);
            case ZSTD -> new ZstdInputStream(packed);
            case BZIP2 -> new Stepwise(new BZip2CompressorInputStream(packed, true));
            case XZ -> new XZInputStream(packed, XZ_LIMIT_KIB);
        };
    }

    /// Always says that more may come: GZIPInputStream takes a pause for the end of all members.
    private static final class Ready extends FilterInputStream {
        Ready(InputStream below) {
            super(below);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}

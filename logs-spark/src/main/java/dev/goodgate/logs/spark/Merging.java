package dev.goodgate.logs.spark;

import org.apache.spark.api.java.function.Function2;

/// Two parts become one.
record Merging() implements Function2<byte[], byte[], byte[]> {
    @Override
    public byte[] call(byte[] one, byte[] other) {
        Part both = Part.read(one);
        both.merge(Part.read(other));
        return both.written();
    }
}

package dev.goodgate.logs.scan;

import java.io.IOException;
import java.nio.ByteBuffer;

/// The octets of an input that can be read at any place: a file's, an object's in a store.
public interface Octets {
    /// Reads from that octet on into the buffer, which has an array: at least one octet unless it
    /// is full. Says how many, -1 at the end.
    int read(ByteBuffer into, long at) throws IOException;
}

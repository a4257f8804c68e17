package dev.goodgate.logs.tally;

/// A tally as octets, for its way between machines: some hundred octets a group. What is read back
/// equals what was written. For any thread.
public final class TallyCodec {
    private static final int VERSION = 2;

    private TallyCodec() {}

    /// The octets of that tally.
    public static byte[] write(Tally tally) {
        TallyWriter out = new TallyWriter().number(VERSION);
        tally.write(out);
        return out.written();
    }

    /// The tally of those octets.
    ///
    /// @throws IllegalArgumentException when this version did not write them
    public static Tally read(byte[] octets) {
        TallyReader in = new TallyReader(octets);
        long version = in.number();
        if (version != VERSION) throw in.broken("version " + version + ", not " + VERSION);
        Tally tally = Tally.read(in);
        in.end();
        return tally;
    }
}

package dev.goodgate.logs.spark;

import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import dev.goodgate.logs.tally.Tally;
import dev.goodgate.logs.tally.TallyCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// What some tasks saw, and what they could not read. Merges in any order. For one thread.
final class Part {
    private final Tally tally;
    private final List<Skipped> skipped;

    Part(Tally tally, List<Skipped> skipped) {
        this.tally = tally;
        this.skipped = new ArrayList<>(skipped);
    }

    Tally tally() {
        return tally;
    }

    List<Skipped> skipped() {
        return skipped;
    }

    void merge(Part other) {
        tally.merge(other.tally);
        skipped.addAll(other.skipped);
    }

    byte[] written() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeInt(skipped.size());
            for (Skipped one : skipped) {
                out.writeUTF(one.name());
                out.writeUTF(one.why().name());
                out.writeUTF(one.detail());
            }
            out.write(TallyCodec.write(tally));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return octets.toByteArray();
    }

    static Part read(byte[] octets) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            List<Skipped> skipped = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                skipped.add(new Skipped(in.readUTF(), Why.valueOf(in.readUTF()), in.readUTF()));
            }
            return new Part(TallyCodec.read(in.readAllBytes()), skipped);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package dev.goodgate.logs.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/// What a task does: reads its load into a part.
record Reading(Asked asked, Broadcast<SerializableConfiguration> settings)
        implements Function<Load, byte[]> {
    @Override
    public byte[] call(Load load) throws IOException {
        Configuration configuration = settings.value().value();
        PieceReader reader = new PieceReader(configuration, asked.question());
        for (Piece piece : load.pieces()) reader.read(piece);
        return reader.part().written();
    }
}

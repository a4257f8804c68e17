package dev.goodgate.bench.profile;

import dev.goodgate.bench.run.BenchFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/// What a recording of the JVM's own flight recorder says about allocations: octets by class and
/// place.
record Allocations(Path recording) {
    private static final int FRAMES = 12;
    private static final int PLACES = 12;

    String byPlace(double requests) {
        Map<String, Long> octets = new HashMap<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ObjectAllocationSample")) {
                    octets.merge(place(event), event.getLong("weight"), Long::sum);
                }
            }
        } catch (IOException e) {
            throw new BenchFailure(recording + ": " + e.getMessage());
        }
        return octets.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(PLACES)
                .map(entry -> line(entry.getKey(), entry.getValue() / requests))
                .collect(Collectors.joining());
    }

    private static String line(String place, double octets) {
        return String.format(Locale.ROOT, "%10.1f octets/request  %s%n", octets, place);
    }

    private static String place(RecordedEvent event) {
        String type = event.getClass("objectClass").getName();
        RecordedStackTrace trace = event.getStackTrace();
        if (trace == null) {
            return type;
        }
        return type
                + trace.getFrames().stream()
                        .limit(FRAMES)
                        .map(Allocations::text)
                        .collect(Collectors.joining());
    }

    private static String text(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return "\n                 %s.%s:%d"
                .formatted(type, frame.getMethod().getName(), frame.getLineNumber());
    }
}

package dev.goodgate.http;

/// All a head says, as text that can be compared.
final class Transcript {

    private Transcript() {}

    static String of(Head h) {
        var text = new StringBuilder();
        text.append(h.methodId()).append(' ').append(h.text(h.methodStart(), h.methodEnd()));
        text.append(' ').append(h.text(h.targetStart(), h.targetEnd()));
        text.append(' ').append(h.minor()).append(' ').append(h.status());
        text.append(' ').append(h.text(h.reasonStart(), h.reasonEnd()));
        text.append(' ').append(h.text(h.hostStart(), h.hostEnd()));
        text.append(' ').append(h.text(h.authorityStart(), h.authorityEnd()));
        text.append(' ').append(h.text(h.pathStart(), h.pathEnd()));
        text.append(' ').append(h.text(h.queryStart(), h.queryEnd()));
        text.append(' ').append(h.plainPath()).append(h.persistent()).append(h.expectsContinue());
        text.append(h.unknownExpectation()).append(h.websocketUpgrade());
        text.append(h.framing()).append(h.contentLength()).append(' ').append(h.repairs());
        text.append(' ').append(h.length()).append('\n');
        for (int f = 0; f < h.fieldCount(); f++) {
            text.append(h.nameId(f)).append(h.underscored(f)).append(h.nominated(f));
            text.append(h.text(h.nameStart(f), h.nameEnd(f))).append(':');
            text.append(h.text(h.valueStart(f), h.valueEnd(f))).append('\n');
        }
        return text.toString();
    }
}

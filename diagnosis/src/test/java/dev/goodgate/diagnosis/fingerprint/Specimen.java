package dev.goodgate.diagnosis.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The smallest response that has everything a fingerprint looks for.
record Specimen(int status, String head, String body) {

    /// One response for each way the fingerprint can be met.
    static List<Specimen> of(Fingerprint print) {
        Fingerprint.Signs signs = print.signs();
        List<Specimen> specimens = new ArrayList<>();
        List<Mark> any = signs.any().isEmpty() ? List.of(Mark.of("")) : signs.any();
        for (int status : signs.statuses()) {
            for (Mark one : any) specimens.add(of(signs, status, one));
        }
        return specimens;
    }

    private static Specimen of(Fingerprint.Signs signs, int status, Mark one) {
        StringBuilder head = new StringBuilder();
        head.append("HTTP/1.1 ").append(status).append(' ');
        head.append(signs.reason().replace("*", "")).append("\r\n");
        append(head, signs.required());
        append(head, signs.hints());
        List<Mark> marks = new ArrayList<>(signs.all());
        if (!one.text().isEmpty()) marks.add(one);
        StringBuilder body = new StringBuilder();
        marks.stream().filter(Mark::first).forEach(mark -> body.append(mark.example()));
        marks.stream()
                .filter(mark -> !mark.first() && !mark.last())
                .forEach(mark -> body.append('\n').append(mark.example()));
        marks.stream()
                .filter(mark -> !mark.first() && mark.last())
                .forEach(mark -> body.append('\n').append(mark.example()));
        return new Specimen(status, head.append("\r\n").toString(), body.toString());
    }

    private static void append(StringBuilder head, Map<String, Glob> fields) {
        fields.forEach((name, value) ->
                head.append(name).append(": ").append(value.example()).append("\r\n"));
    }

    byte[] octets() {
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}

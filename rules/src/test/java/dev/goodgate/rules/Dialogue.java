package dev.goodgate.rules;

import java.util.ArrayList;
import java.util.List;

/// One question of an `expected.txt` and what must come back.
///
/// A line that begins with `> ` is a line of the request as sent, `< ` gives first the status and
/// then fields of the answer, `= ` a part of its body, `! ` what must not be in the body; `#` is
/// for people, an empty line ends the dialogue.
record Dialogue(
        List<String> request, List<String> answer, List<String> parts, List<String> absent) {

    Dialogue {
        request = List.copyOf(request);
        answer = List.copyOf(answer);
        parts = List.copyOf(parts);
        absent = List.copyOf(absent);
    }

    static List<Dialogue> read(String text) {
        List<Dialogue> dialogues = new ArrayList<>();
        for (String block : text.strip().split("\n\\s*\n", -1)) {
            Dialogue dialogue =
                    new Dialogue(
                            with(block, "> "),
                            with(block, "< "),
                            with(block, "= "),
                            with(block, "! "));
            if (dialogue.request.isEmpty() || dialogue.answer.isEmpty()) {
                throw new IllegalStateException("a block without request or status:\n" + block);
            }
            dialogues.add(dialogue);
        }
        return dialogues;
    }

    private static List<String> with(String block, String mark) {
        return block.lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    String name() {
        return request.getFirst();
    }
}

package dev.goodgate.cli;

import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Sentences;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.gateway.config.Fault;
import dev.goodgate.gateway.config.Notice;
import java.util.Map;

/// Faults and warnings of a configuration in one language. Values of the file stay as they are.
final class FaultText {
    private final Texts texts;

    FaultText(Language language) {
        texts = Texts.in(language);
    }

    /// The fault as `Fault.toString` writes it in English.
    String of(Fault fault) {
        String expected = texts.named(word("check.expected"), said(fault.expected()));
        String line = fault.place() + texts.aside(said(fault.seen()), expected);
        return fault.hint()
                .map(hint -> line + "\n  " + texts.named(word("check.hint"), said(hint)))
                .orElse(line);
    }

    String of(Notice notice) {
        return notice.place() + texts.named(word("check.warning"), said(notice.text()));
    }

    /// What is in quotes is the file's own.
    String said(String sentence) {
        if (sentence.startsWith("\"")) return sentence;
        return Sentences.faults().in(sentence, texts);
    }

    String word(String key) {
        return texts.text(key);
    }

    /// What came of the file, with a count.
    String count(String key, String file, int count) {
        return texts.text(key, Map.of("file", file, "count", (long) count));
    }
}

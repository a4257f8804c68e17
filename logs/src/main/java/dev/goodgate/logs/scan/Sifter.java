package dev.goodgate.logs.scan;

import dev.goodgate.logs.sign.Sieve;
import dev.goodgate.logs.sign.Sign;
import dev.goodgate.logs.sign.Signs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The sieve over all signs: which lines are worth reading, and for which signs. Immutable.
final class Sifter {
    /// Where fields alone tell: a status that speaks of failure, in the ways formats set it off.
    private static final int[] STATUSES = {
        400, 408, 413, 414, 429, 431, 444, 460, 463, 464, 494, 495, 496, 497, 499, 500, 501, 502,
        503, 504, 505, 507, 508, 509, 520, 521, 522, 523, 524, 525, 526, 527, 530, 561
    };

    private static final List<String> SET_OFF =
            List.of(
                    " % ",
                    "\t%\t", ":%,", ": %,", "\"%\"", "=%", ":%}", "|%", "%|", ";%;", ",%,", "[%]",
                    "(%)");

    /// Further marks of fields that tell.
    private static final List<String> MARKS =
            List.of(
                    "\"symptom\":",
                    " sd--",
                    " sc--",
                    " sh--",
                    " cd--",
                    " ch--",
                    " sq--",
                    " pr--",
                    " sd ",
                    " sc ",
                    " uf,",
                    " uf ",
                    " urx",
                    " uc ",
                    " uh ",
                    " dc ",
                    " ut ",
                    "code=h",
                    "error code=r",
                    "<nosrv>",
                    "type=avc",
                    "err_",
                    "\"status\":0,",
                    "\"status\": 0,",
                    "tcp_denied/40",
                    "/413 ",
                    "/431 ",
                    " 000 ");

    /// The one for the whole catalogue.
    static final Sifter ALL = new Sifter(Signs.ALL);

    private final Sieve sieve;
    private final List<List<Sign>> wanted = new ArrayList<>();

    private Sifter(Signs signs) {
        List<String> words = new ArrayList<>();
        Map<String, List<Sign>> anchors = signs.anchors();
        for (Map.Entry<String, List<Sign>> anchor : anchors.entrySet()) {
            words.add(anchor.getKey());
            wanted.add(anchor.getValue());
        }
        for (String mark : marks()) {
            if (anchors.containsKey(mark)) continue;
            words.add(mark);
            wanted.add(List.of());
        }
        sieve = Sieve.of(words);
    }

    private static Set<String> marks() {
        Set<String> marks = new LinkedHashSet<>(MARKS);
        for (int status : STATUSES) {
            for (String form : SET_OFF) {
                marks.add(form.replace("%", Integer.toString(status)));
            }
        }
        return marks;
    }

    Sieve sieve() {
        return sieve;
    }

    /// The signs that these words may belong to, each once.
    List<Sign> candidates(int[] hits, int count) {
        List<Sign> signs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (Sign sign : wanted.get(hits[i])) {
                if (!signs.contains(sign)) signs.add(sign);
            }
        }
        return signs;
    }
}

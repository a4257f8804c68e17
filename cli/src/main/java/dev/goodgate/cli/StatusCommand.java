package dev.goodgate.cli;

import dev.goodgate.status.Atlas;
import dev.goodgate.status.Listing;
import dev.goodgate.status.StatusClass;
import dev.goodgate.status.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// `goodgate status`: what a status code means, who sends it, what to do.
final class StatusCommand implements Command {
    private static final int MOST_WORDS = 12;

    private static final Option CLASS =
            Option.valued("--class", "CLASS", "Only 1xx, 2xx, 3xx, 4xx, 5xx, outside or none.");

    private static final Option VENDOR =
            Option.valued("--vendor", "NAME", "Only codes of a vendor whose name has NAME in it.");

    @Override
    public Usage usage() {
        return new Usage(
                "status",
                "Explain a status code, official or not.",
                "[CODE|TEXT]",
                MOST_WORDS,
                List.of(CLASS, VENDOR, IdentifyCommand.OPTION, Option.JSON, Option.LANG),
                List.of(
                        "Without an operand it lists every code. CODE is a status such as 502 or"
                                + " 000, or a vendor’s code beside it: 502.3 (IIS), 1016"
                                + " (Cloudflare), H12 (Heroku). TEXT is searched in phrases,"
                                + " vendors and meanings. Ends with 1 when nothing is known.",
                        "--identify reads a response as curl -i saves it, from a file, standard"
                                + " input or a URL, and says which product made it, where the"
                                + " failure is and what to do. Ends with 1 for an error response,"
                                + " 2 for what is no response."),
                List.of(
                        new Usage.Example("goodgate status 502", "what it means and what to do"),
                        new Usage.Example(
                                "goodgate status bad gateway", "the same, found by its phrase"),
                        new Usage.Example(
                                "goodgate status --vendor nginx --class 4xx", "a part of the list"),
                        new Usage.Example("goodgate status 499 --json", "for programs"),
                        new Usage.Example(
                                "goodgate status --identify saved.txt",
                                "which product made this error page")));
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal) {
        Optional<String> identify = arguments.value(IdentifyCommand.OPTION);
        if (identify.isPresent()) return IdentifyCommand.run(identify.get(), arguments, terminal);
        Optional<StatusClass> wanted = arguments.value(CLASS).flatMap(StatusClass::named);
        if (arguments.has(CLASS) && wanted.isEmpty()) {
            terminal.say(
                    "status: --class %s (expected: 1xx, 2xx, 3xx, 4xx, 5xx, outside or none)"
                            .formatted(arguments.value(CLASS).orElse("")));
            return Exit.WRONG;
        }
        String vendor = arguments.value(VENDOR).orElse("").toLowerCase(Locale.ROOT);
        Predicate<Listing> filter =
                listing ->
                        (wanted.isEmpty() || listing.statusClass() == wanted.get())
                                && listing.vendor().toLowerCase(Locale.ROOT).contains(vendor);
        Atlas atlas = Atlas.open();
        Words words = Words.in(arguments.language().tag());
        String asked = String.join(" ", arguments.operands()).strip();
        StatusAnswer answer = StatusAnswer.to(asked, atlas, filter, words.language());
        terminal.out()
                .print(
                        arguments.has(Option.JSON)
                                ? StatusJson.of(answer, atlas, words)
                                : new StatusText(atlas, words).of(answer));
        return answer.shown().isEmpty() ? Exit.PROBLEM : Exit.FINE;
    }
}

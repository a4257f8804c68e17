package dev.goodgate.cli;

import dev.goodgate.diagnosis.fingerprint.Identification;
import dev.goodgate.diagnosis.fingerprint.IdentificationJson;
import dev.goodgate.diagnosis.fingerprint.IdentificationText;
import dev.goodgate.diagnosis.fingerprint.Identifier;
import dev.goodgate.diagnosis.fingerprint.Printable;
import dev.goodgate.diagnosis.fingerprint.ResponseReader;
import dev.goodgate.diagnosis.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// `goodgate status --identify`: which product made an error page. A part of the command `status`.
final class IdentifyCommand {
    /// What the command `status` offers for it.
    static final Option OPTION =
            Option.valued(
                    "--identify",
                    "FILE|URL|-",
                    "Say which product made a saved response, or the one at a URL.");

    private static final int FIRST = 60;
    private static final String EXPECTED =
            " (expected: an HTTP response as curl -i saves it, or its body)";

    private IdentifyCommand() {}

    /// Reads the response and says what was found. Ends with 0 when it is no error, 1 when it is
    /// one or nothing answered, 2 when there is no response to read, 3 when reading failed.
    static Exit run(String target, Arguments arguments, Terminal terminal) {
        if (target.startsWith("http://") || target.startsWith("https://")) {
            return switch (Fetch.get(target)) {
                case Fetch.Fetched.Answered(Identification found, String points, boolean whole) -> {
                    Exit exit = tell(found, arguments, terminal);
                    if (!whole) terminal.say("its body broke off or took longer than 10 s");
                    if (!points.isEmpty()) terminal.say("it points to " + points);
                    yield exit;
                }
                case Fetch.Fetched.Silent(String sentence) -> {
                    terminal.say("no HTTP response from " + shown(target) + ": " + sentence);
                    yield Exit.PROBLEM;
                }
                case Fetch.Fetched.Wrong(String sentence) -> {
                    terminal.say(shown(target) + ": " + sentence);
                    yield Exit.WRONG;
                }
            };
        }
        try (InputStream in = target.equals("-") ? System.in : open(target)) {
            byte[] saved = in.readNBytes(ResponseReader.MOST_OCTETS);
            Optional<Identification> found = Identifier.identify(saved);
            if (found.isPresent()) return tell(found.get(), arguments, terminal);
            terminal.say(shown(target) + " " + seen(saved));
            return Exit.WRONG;
        } catch (NoSuchFileException | InvalidPathException _) {
            terminal.say(shown(target) + ": no such file (expected: a file, a URL or -)");
            return Exit.WRONG;
        } catch (IOException unreadable) {
            String why = Optional.ofNullable(unreadable.getMessage()).orElse("unreadable");
            terminal.say(shown(target) + ": " + shown(why));
            return Files.isDirectory(Path.of(target)) ? Exit.WRONG : Exit.FAILED;
        }
    }

    private static InputStream open(String file) throws IOException {
        return Files.newInputStream(Path.of(file));
    }

    private static String seen(byte[] saved) {
        if (saved.length == 0) return "is empty" + EXPECTED;
        return "begins with \"" + Printable.of(saved, FIRST) + "\"" + EXPECTED;
    }

    private static Exit tell(Identification found, Arguments arguments, Terminal terminal) {
        Language language = arguments.language();
        if (arguments.has(Option.JSON)) {
            terminal.out().println(IdentificationJson.of(found, language));
        } else {
            terminal.out().print(IdentificationText.of(found, language));
        }
        return found.problem() ? Exit.PROBLEM : Exit.FINE;
    }

    private static String shown(String text) {
        return Printable.of(text, 200);
    }
}

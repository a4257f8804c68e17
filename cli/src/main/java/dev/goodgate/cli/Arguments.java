package dev.goodgate.cli;

import dev.goodgate.diagnosis.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The options and operands of one command line, checked against the command's [Usage].
final class Arguments {
    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> operands = new ArrayList<>();

    private Arguments() {}

    /// What reading a command line gives.
    sealed interface Reading {
        /// It can be run.
        record Good(Arguments arguments) implements Reading {}

        /// The user asked what the command does.
        record Help() implements Reading {}

        /// It cannot be run; the sentence says why.
        record Wrong(String sentence) implements Reading {}
    }

    /// Reads what follows the command's name. Options take their value as the next word or after
    /// `=`, may come before or after operands, and end at `--`.
    static Reading read(Usage usage, List<String> words) {
        Arguments arguments = new Arguments();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (word.equals("--")) {
                rest.forEachRemaining(arguments.operands::add);
            } else if (word.equals("--help") || word.equals("-h")) {
                return new Reading.Help();
            } else if (!word.startsWith("-") || word.equals("-")) {
                arguments.operands.add(word);
            } else {
                Optional<String> wrong = arguments.option(usage, word, rest);
                if (wrong.isPresent()) return new Reading.Wrong(wrong.get());
            }
        }
        return arguments.judged(usage);
    }

    /// Takes one option, and its value from the rest where it is not in the word; or says what is
    /// wrong with it.
    private Optional<String> option(Usage usage, String word, Iterator<String> rest) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Optional<Option> option = find(usage, name);
        if (option.isEmpty()) return Optional.of(unknown(usage, name));
        if (!option.get().takesValue()) {
            if (equals >= 0) return Optional.of(name + " takes no value");
            add(name, "");
        } else if (equals >= 0) {
            add(name, word.substring(equals + 1));
        } else if (rest.hasNext()) {
            add(name, rest.next());
        } else {
            return Optional.of(option.get().label() + ": the value is missing");
        }
        return Optional.empty();
    }

    private Reading judged(Usage usage) {
        if (operands.size() > usage.most()) {
            return new Reading.Wrong("\"" + operands.get(usage.most()) + "\" is one too many");
        }
        String language = value(Option.LANG).orElse("en");
        if (Language.find(language).isEmpty()) {
            return new Reading.Wrong(
                    "--lang "
                            + language
                            + ": no texts in that language (expected: "
                            + tags()
                            + ")");
        }
        return new Reading.Good(this);
    }

    private static String tags() {
        return String.join(", ", Language.all().stream().map(Language::tag).toList());
    }

    private static Optional<Option> find(Usage usage, String name) {
        for (Option option : usage.options()) {
            if (option.name().equals(name)) return Optional.of(option);
        }
        return Optional.empty();
    }

    private static String unknown(Usage usage, String name) {
        List<String> names = usage.options().stream().map(Option::name).toList();
        String hint =
                Nearest.to(name, names).map(near -> "; did you mean " + near + "?").orElse("");
        return "there is no option " + name + hint;
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    /// The language of texts for people.
    Language language() {
        return value(Option.LANG).flatMap(Language::find).orElse(Language.ENGLISH);
    }

    boolean has(Option option) {
        return values.containsKey(option.name());
    }

    /// The last value given, as the last one wins.
    Optional<String> value(Option option) {
        List<String> given = values(option);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.getLast());
    }

    /// Every value given, in order.
    List<String> values(Option option) {
        return values.getOrDefault(option.name(), List.of());
    }

    /// Every operand, in order.
    List<String> operands() {
        return List.copyOf(operands);
    }

    Optional<String> operand(int index) {
        return index < operands.size() ? Optional.of(operands.get(index)) : Optional.empty();
    }
}

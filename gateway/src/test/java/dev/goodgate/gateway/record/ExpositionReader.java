package dev.goodgate.gateway.record;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A strict reader of Prometheus text format 0.0.4 for tests: every departure from the format is an
/// `AssertionError` that quotes the line.
public final class ExpositionReader {
    private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][\\w:]*) (.+)");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE ([a-zA-Z_:][\\w:]*) (counter|gauge|histogram)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? (\\S+)");

    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Set<String> families = new HashSet<>();
    private String helped = "";
    private String family = "";
    private String type = "";

    private ExpositionReader() {}

    /// Every sample by its name and labels as written.
    public static Map<String, Double> read(String text) {
        require(text.endsWith("\n"), "no line feed at the end");
        var reader = new ExpositionReader();
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) reader.line(line);
        return reader.samples;
    }

    private void line(String line) {
        Matcher help = HELP.matcher(line);
        Matcher typed = TYPE.matcher(line);
        if (help.matches()) {
            helped = help.group(1);
        } else if (typed.matches()) {
            require(typed.group(1).equals(helped), "TYPE without its HELP: " + line);
            require(families.add(helped), "family twice: " + line);
            family = helped;
            type = typed.group(2);
        } else {
            sample(line);
        }
    }

    private void sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        require(sample.matches(), "neither comment nor sample: " + line);
        String name = sample.group(1);
        boolean part = type.equals("histogram") && name.matches(family + "_(bucket|sum|count)");
        require(part || (!type.equals("histogram") && name.equals(family)), "stray: " + line);
        if (sample.group(2) != null) labels(sample.group(2), line);
        double value = Double.parseDouble(sample.group(3));
        String key = line.substring(0, sample.start(3) - 1);
        require(samples.put(key, value) == null, "sample twice: " + line);
        require(!type.equals("counter") || value >= 0, "negative counter: " + line);
    }

    private static void labels(String labels, String line) {
        Matcher label = LABEL.matcher(labels);
        Set<String> names = new HashSet<>();
        int at = 0;
        while (at < labels.length()) {
            require(label.find(at) && label.start() == at, "bad label at " + at + ": " + line);
            require(names.add(label.group(1)), "label twice: " + line);
            at = label.end();
            if (at < labels.length()) {
                require(labels.charAt(at) == ',', "no comma at " + at + ": " + line);
                at++;
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}

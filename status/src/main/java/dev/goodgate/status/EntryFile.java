package dev.goodgate.status;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Turns the file of one entry into an [Entry].
final class EntryFile {
    private final Listing listing;
    private final Texts file;

    private EntryFile(Listing listing, Texts file) {
        this.listing = listing;
        this.file = file;
    }

    static EntryFile of(Listing listing) {
        return new EntryFile(listing, texts(listing.name()));
    }

    static Texts texts(String name) {
        return Texts.read("codes/" + name + ".properties");
    }

    /// What the index says of the file of that name.
    static Listing listing(String name) {
        Texts file = texts(name);
        String status = file.value("status");
        return new Listing(
                name,
                file.value("code"),
                Integer.parseInt(status.isEmpty() ? file.value("code") : status),
                Kind.of(file.value("kind")),
                file.value("vendor"),
                file.value("phrase"));
    }

    Entry entry(Words words, Atlas atlas) {
        return new Entry(
                listing,
                definedIn(words),
                file.value("replaces"),
                file.list("also"),
                emittedBy(words),
                Retry.valueOf(file.value("retry").toUpperCase(Locale.ROOT)),
                Cacheable.valueOf(file.value("cacheable").toUpperCase(Locale.ROOT)),
                file.text("meaning", words.language()),
                path(words),
                twins(atlas),
                file.text("twins", words.language()),
                advice(words));
    }

    private String definedIn(Words words) {
        String source = file.value("defined-in");
        return source.startsWith("@") ? words.word("source." + source.substring(1)) : source;
    }

    /// Its own sentence, or one of the shared ones.
    private String path(Words words) {
        String own = file.text("path", words.language());
        return own.isEmpty() ? words.word("path." + file.value("path")) : own;
    }

    /// Names stand as they are; `@proxy` is a shared word.
    private List<String> emittedBy(Words words) {
        List<String> emitters = new ArrayList<>();
        for (String emitter : file.list("emitted-by")) {
            boolean shared = emitter.startsWith("@");
            emitters.add(shared ? words.word("emitter." + emitter.substring(1)) : emitter);
        }
        return emitters;
    }

    private List<Listing> twins(Atlas atlas) {
        List<Listing> twins = new ArrayList<>();
        for (String twin : file.list("twins")) twins.add(atlas.named(twin));
        return twins;
    }

    /// Its own sentences first, as they are more exact.
    private Map<Audience, List<String>> advice(Words words) {
        Map<Audience, List<String>> advice = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            List<String> sentences = new ArrayList<>();
            String own = file.text("do." + audience.id(), words.language());
            if (!own.isEmpty()) sentences.add(own);
            for (String id : file.list("advice")) {
                if (id.startsWith(audience.id() + ".")) sentences.add(words.advice(id));
            }
            advice.put(audience, List.copyOf(sentences));
        }
        return advice;
    }

    /// What a search looks at besides names and the line in the index.
    String meaning(String language) {
        return file.text("meaning", language) + " " + file.value("emitted-by");
    }

    List<String> otherNames() {
        return file.list("also");
    }
}

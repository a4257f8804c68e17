package dev.goodgate.status;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Every HTTP status code that somebody may meet, official or not, with what to make of it.
///
/// Opening it reads one list; an entry is read when asked for. Immutable; safe for any thread.
public final class Atlas {
    private static final int NEAREST = 5;

    private final List<Listing> listings;

    private Atlas(List<Listing> listings) {
        this.listings = listings;
    }

    /// Reads the list of entries, nothing else.
    public static Atlas open() {
        List<Listing> listings = new ArrayList<>();
        try (InputStream octets = Atlas.class.getResourceAsStream("codes/index")) {
            if (octets == null) throw new IllegalStateException("codes/index is missing");
            String text = new String(octets.readAllBytes(), StandardCharsets.UTF_8);
            int start = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
                if (end > start) listings.add(Listing.parse(text.substring(start, end)));
                start = end + 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Atlas(List.copyOf(listings));
    }

    /// Every entry: status codes by number, then the vendors' codes beside them, then the codes of
    /// the field `Warning`.
    public List<Listing> all() {
        return listings;
    }

    /// The entries with that code, such as `502`, `502.3`, `h12`, `0` or `000`; several where
    /// several products use it. Empty for one that is not known.
    public List<Listing> of(String code) {
        String wanted = plain(code);
        List<Listing> found = new ArrayList<>();
        for (Listing listing : listings) {
            if (plain(listing.code()).equals(wanted)) found.add(listing);
        }
        return found;
    }

    /// The vendors' codes that stand beside that status and say more.
    public List<Listing> detailsOf(int status) {
        List<Listing> found = new ArrayList<>();
        for (Listing listing : listings) {
            if (listing.kind() == Kind.DETAIL && listing.status() == status) found.add(listing);
        }
        return found;
    }

    /// The entry of that name. One that is not there is a bug.
    public Listing named(String name) {
        for (Listing listing : listings) {
            if (listing.name().equals(name)) return listing;
        }
        throw new IllegalStateException("atlas: no entry " + name);
    }

    /// Reads one entry.
    public Entry read(Listing listing, Words words) {
        return EntryFile.of(listing).entry(words, this);
    }

    /// Entries that have to do with a text, best first. Reads all of them.
    public List<Hit> search(String text, String language) {
        return new Search(text, language).in(listings);
    }

    /// The codes between 100 and 599 that IANA has assigned to nothing.
    public List<Span> unassigned() {
        BitSet registered = new BitSet();
        for (Listing listing : listings) {
            if (listing.kind().isRegistered()) registered.set(listing.status());
        }
        List<Span> spans = new ArrayList<>();
        int first = registered.nextClearBit(100);
        while (first < 600) {
            int next = registered.nextSetBit(first);
            int last = next < 0 ? 599 : next - 1;
            spans.add(new Span(first, last));
            first = registered.nextClearBit(last + 1);
        }
        return spans;
    }

    /// What can be said of a number without an entry.
    public Stranger stranger(int number) {
        StatusClass statusClass = StatusClass.of(number);
        int treatedAs =
                switch (statusClass) {
                    case NONE -> -1;
                    case OUTSIDE -> number >= 100 && number <= 999 ? 500 : -1;
                    default -> number / 100 * 100;
                };
        boolean unassigned = false;
        for (Span span : unassigned()) unassigned |= span.has(number);
        String code = Integer.toString(number);
        return new Stranger(code, statusClass, treatedAs, unassigned, nearest(number));
    }

    /// Two digits are taken for a code somebody did not finish; else the distance counts.
    private List<Listing> nearest(int number) {
        List<Listing> near = new ArrayList<>();
        for (Listing listing : listings) {
            boolean wanted = number > 99 || listing.code().startsWith(Integer.toString(number));
            if (listing.kind() != Kind.DETAIL && listing.status() > 0 && wanted) near.add(listing);
        }
        near.sort(Comparator.comparingInt(listing -> Math.abs(listing.status() - number)));
        return near.subList(0, Math.min(NEAREST, near.size()));
    }

    /// Lower case, and without the leading zeros of a number: `000` and `0` are the same.
    private static String plain(String code) {
        String lower = code.strip().toLowerCase(Locale.ROOT);
        int start = 0;
        while (start < lower.length() - 1
                && lower.charAt(start) == '0'
                && Character.isDigit(lower.charAt(start + 1))) {
            start++;
        }
        return lower.substring(start);
    }
}

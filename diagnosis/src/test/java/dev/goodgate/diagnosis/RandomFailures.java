package dev.goodgate.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Failures drawn from a seed: any symptom, hop, phase and grade, with marked secrets and every
/// character that some format gives a meaning to.
public final class RandomFailures {
    /// Stands in every text that only operators may see.
    public static final String MARK = "planted";

    private static final String NASTY =
            "<>&\"'`\\|*_[]{}#~!$%/=;:,.?@^() \t\r\n\u0000\u0007\u001b\u007f\u0085äπ漢\u2028\ud83d";

    private final Random random;

    public RandomFailures(long seed) {
        random = new Random(seed);
    }

    /// A failure of that symptom.
    public Failure next(Symptom symptom) {
        return new Failure(
                symptom,
                symptom.status(),
                random.nextBoolean() ? symptom.hop() : one(Hop.values()),
                random.nextBoolean() ? symptom.phase() : one(Phase.values()),
                one(RetryGrade.values()),
                random.nextInt(8) == 0 ? "" : secret(),
                random.nextBoolean() ? Map.of() : Map.of("header-name", secret(), "info-code", 7L),
                attempts(),
                evidence());
    }

    /// A text that holds the mark among characters that mean something to some format.
    public String secret() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(NASTY.charAt(random.nextInt(NASTY.length())));
        }
        int at = random.nextInt(text.length() + 1);
        return text.insert(at, MARK).toString();
    }

    private List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Attempt.Result result =
                    random.nextInt(5) == 0
                            ? new Attempt.Result.Answered(500 + random.nextInt(12))
                            : new Attempt.Result.Failed(one(Symptom.values()), one(Phase.values()));
            attempts.add(
                    new Attempt(
                            result,
                            random.nextInt(4) == 0 ? "" : secret(),
                            random.nextLong(100_000_000),
                            random.nextLong(100_000),
                            random.nextLong(100_000),
                            age()));
        }
        return attempts;
    }

    private List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            evidence.add(
                    switch (random.nextInt(13)) {
                        case 0 -> new Evidence.Errno(secret(), secret());
                        case 1 -> new Evidence.RuleBroken(secret(), secret(), 3, secret());
                        case 2 ->
                                new Evidence.DnsAnswer(
                                        secret(),
                                        secret(),
                                        List.of(secret()),
                                        one(Evidence.DnsAnswer.Source.values()));
                        case 3 -> new Evidence.LimitReached(secret(), secret());
                        case 4 ->
                                new Evidence.Closed(
                                        one(Hop.values()), one(Evidence.Closed.How.values()));
                        case 5 -> new Evidence.ReceivedStatus(503);
                        case 6 -> new Evidence.ConnectionAge(age());
                        case 7 -> new Evidence.Endpoint(secret(), secret());
                        case 8 -> new Evidence.Software(secret());
                        case 9 -> new Evidence.LogLine(secret(), secret());
                        case 10 ->
                                new Evidence.ProcessEnded(
                                        secret(), one(Evidence.ProcessEnded.End.values()));
                        case 11 ->
                                new Evidence.Probe(one(Evidence.Probe.Finding.values()), secret());
                        default -> new Evidence.Note(secret());
                    });
        }
        return evidence;
    }

    private Evidence.Age age() {
        return random.nextBoolean()
                ? new Evidence.Age.Fresh()
                : new Evidence.Age.Reused(Duration.ofMillis(random.nextInt(60_000)));
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}

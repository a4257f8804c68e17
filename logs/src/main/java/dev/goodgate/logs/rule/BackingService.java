package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;
import java.util.LinkedHashSet;
import java.util.Set;

/// Nobody listens on the usual port of a database or cache.
final class BackingService implements Rule {
    private static final int STRONG = 75;

    @Override
    public String id() {
        return "backing-service";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        if (!facts.symptom(Symptom.CONNECT_REFUSED)) return;
        Set<String> causes = new LinkedHashSet<>();
        for (String upstream : facts.upstreams()) causes.add(Ports.cause(Facts.port(upstream)));
        for (String cause : causes) {
            if (!cause.isEmpty()) beliefs.raise(cause, STRONG, id());
        }
    }
}

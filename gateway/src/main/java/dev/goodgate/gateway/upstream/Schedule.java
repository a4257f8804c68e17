package dev.goodgate.gateway.upstream;

import dev.goodgate.gateway.config.UpstreamSettings.EndpointSettings;
import java.util.List;

/// Smooth weighted round robin, computed once: of every endpoint as many turns as its weight, as
/// evenly spread as can be (each turn goes to the one that is furthest behind its share).
final class Schedule {
    private Schedule() {}

    static Endpoint[] of(Endpoint[] endpoints, List<EndpointSettings> settings) {
        int common = 0;
        for (EndpointSettings each : settings) common = divisor(each.weight(), common);
        int[] weights = new int[endpoints.length];
        int total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = settings.get(i).weight() / common;
            total += weights[i];
        }
        Endpoint[] turns = new Endpoint[total];
        int[] credit = new int[weights.length];
        for (int turn = 0; turn < total; turn++) {
            int best = 0;
            for (int i = 0; i < weights.length; i++) {
                credit[i] += weights[i];
                if (credit[i] > credit[best]) best = i;
            }
            credit[best] -= total;
            turns[turn] = endpoints[best];
        }
        return turns;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}

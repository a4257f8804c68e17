package dev.goodgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Gateway;
import dev.goodgate.gateway.StartFailure;
import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.lab.CommandStarter;
import dev.goodgate.lab.Insight;
import dev.goodgate.lab.ProxyUnderTest;
import dev.goodgate.lab.Score;
import dev.goodgate.lab.ScoreOptions;
import dev.goodgate.lab.Starter;
import dev.goodgate.lab.sabotage.Sabotage;
import dev.goodgate.lab.sabotage.Saboteur;
import dev.goodgate.lab.score.Report;
import dev.goodgate.lab.score.Result;
import dev.goodgate.lab.score.Verdict;
import dev.goodgate.lab.serve.Plan;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A score is worth something only if it falls when the gateway is broken.
final class SabotageTest {
    @Test
    void the_gateway_unbroken_takes_these_faults_rightly(@TempDir Path folder) throws IOException {
        Set<String> rows =
                Arrays.stream(Sabotage.values())
                        .flatMap(sabotage -> sabotage.rows().stream())
                        .collect(Collectors.toSet());
        Report report = Score.run(SabotageTest::start, options(folder, rows));
        assertThat(report.scenarios()).allMatch(r -> r.verdict() == Verdict.RIGHT);
    }

    @ParameterizedTest
    @EnumSource
    void the_score_falls_when_it_is_broken(Sabotage sabotage, @TempDir Path folder)
            throws IOException {
        Starter broken = new Saboteur(SabotageTest::start, sabotage);
        Report report = Score.run(broken, options(folder, sabotage.rows()));
        assertThat(report.scenarios())
                .extracting(Result::verdict)
                .containsOnly(Verdict.WRONG)
                .hasSize(sabotage.rows().size());
    }

    private static ScoreOptions options(Path folder, Set<String> rows) {
        return ScoreOptions.of(
                        dev.goodgate.lab.config.Gateway.GOODGATE,
                        folder,
                        List.of(),
                        System::nanoTime)
                .only(rows);
    }

    private static ProxyUnderTest start(String configuration, Plan plan) throws IOException {
        try {
            Gateway gateway =
                    Gateway.start(() -> ConfigFile.read("lab", configuration, Map.of()), _ -> {});
            return new Inside(
                    gateway,
                    (InetSocketAddress) gateway.listeners().getFirst(),
                    Optional.of(CommandStarter.insightOf(plan)));
        } catch (StartFailure e) {
            throw new IOException(e.faults().toString(), e);
        }
    }

    private record Inside(Gateway gateway, InetSocketAddress address, Optional<Insight> insight)
            implements ProxyUnderTest {
        @Override
        public void close() {
            gateway.close();
        }
    }
}

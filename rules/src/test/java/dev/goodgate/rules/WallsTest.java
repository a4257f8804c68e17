package dev.goodgate.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may know what. Each rule says why; a red line is a sentence to act on.
final class WallsTest {
    private static final JavaClasses GOODGATE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.goodgate");

    /// The packages of `gateway` from the door inwards; whoever stands lower serves those above and
    /// knows none of them.
    private static final List<String> STAIRS =
            List.of(
                    "listener",
                    "exchange",
                    "policy",
                    "outcome",
                    "upstream",
                    "route",
                    "dns",
                    "loop",
                    "record",
                    "config");

    @ParameterizedTest(name = "{0} knows only: {1}")
    @CsvSource({
        "status,    ''",
        "diagnosis, status",
        "logs,      diagnosis",
        "http,      ''",
        "gateway,   http diagnosis status",
        "lab,       http diagnosis",
    })
    void rooms_depend_downwards_only(String room, String below) {
        Set<String> allowed = Set.of(below.split(" ", -1));
        noClasses()
                .that()
                .resideInAPackage("dev.goodgate." + room + "..")
                .should()
                .dependOnClassesThat(inAnotherRoomThan(room, allowed))
                .because("each room must be usable, testable and readable without those above it")
                .check(GOODGATE);
    }

    private static DescribedPredicate<JavaClass> inAnotherRoomThan(
            String room, Set<String> allowed) {
        return DescribedPredicate.describe(
                "reside in a room other than " + room + " " + allowed,
                type -> {
                    String name = type.getPackageName();
                    if (!name.startsWith("dev.goodgate.")) return false;
                    String inner = name.substring("dev.goodgate.".length()) + ".";
                    String other = inner.substring(0, inner.indexOf('.'));
                    return !other.equals(room) && !allowed.contains(other);
                });
    }

    @Test
    void a_request_never_goes_back_up() {
        for (int i = 1; i < STAIRS.size(); i++) {
            String[] above =
                    Stream.concat(Stream.of("admin"), STAIRS.subList(0, i).stream())
                            .map(name -> "dev.goodgate.gateway." + name + "..")
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("dev.goodgate.gateway." + STAIRS.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .because("what a request meets later must read without what it met before")
                    .check(GOODGATE);
        }
    }

    @Test
    void only_those_who_own_sockets_know_netty() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.goodgate.http..",
                        "dev.goodgate.gateway",
                        "dev.goodgate.gateway.listener..",
                        "dev.goodgate.gateway.loop..",
                        "dev.goodgate.gateway.upstream..",
                        "dev.goodgate.gateway.exchange..",
                        "dev.goodgate.gateway.dns..",
                        "dev.goodgate.lab..",
                        "dev.goodgate.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .because("routes, policies, records and diagnoses must read and test as plain code")
                .check(GOODGATE);
    }

    @Test
    void nobody_knows_what_only_clusters_have() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.goodgate.logs.spark..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "org.duckdb..")
                .because("the distribution must run without them")
                .check(GOODGATE);
    }

    /// Its classes are not here, since the build leaves it out; its sources are.
    @Test
    void the_optional_room_knows_logs_alone() {
        List<String> found = new ArrayList<>();
        for (Path file : Repository.files(".java")) {
            if (!Repository.name(file).startsWith("logs-spark/src/main/")) continue;
            for (String line : Repository.text(file).lines().toList()) {
                boolean ours = line.startsWith("import dev.goodgate.");
                boolean allowed =
                        line.startsWith("import dev.goodgate.logs.")
                                || line.startsWith("import dev.goodgate.diagnosis.text.");
                if (ours && !allowed) found.add(Repository.name(file) + ": " + line);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void static_state_never_changes() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(handWritten())
                .should()
                .beFinal()
                .because("two gateways in one process must not disturb each other")
                .check(GOODGATE);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .that(handWritten())
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Abstract\\w*|Processor)")
                .because("a name should be a noun that somebody on call would say")
                .check(GOODGATE);
    }

    @Test
    void time_comes_in_through_the_constructor() {
        noClasses()
                .that(handWritten())
                .and()
                .resideOutsideOfPackages("dev.goodgate.cli..", "dev.goodgate.bench..")
                .and()
                .haveSimpleNameNotEndingWith("Main")
                .and()
                .doNotHaveFullyQualifiedName("dev.goodgate.gateway.Gateway")
                .and()
                .doNotHaveFullyQualifiedName("dev.goodgate.logs.Explanation")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .because("who is handed a clock can be tested without waiting")
                .check(GOODGATE);
    }

    @Test
    void nobody_sleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .orShould()
                .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class)
                .because("waiting is a latch, a future or a timer, each with a limit")
                .check(GOODGATE);
    }

    @Test
    void only_the_command_line_prints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.goodgate.cli..", "dev.goodgate.bench..")
                .and()
                .haveSimpleNameNotEndingWith("Main")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .because("a room that prints or ends the process cannot be used by another program")
                .check(GOODGATE);
    }

    private static DescribedPredicate<JavaClass> handWritten() {
        return DescribedPredicate.describe(
                "are written by hand", type -> !type.getPackageName().contains("jmh_generated"));
    }
}

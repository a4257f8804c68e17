package dev.goodgate.cli;

import dev.goodgate.gateway.config.AdminSettings;
import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.gateway.config.Fault;
import dev.goodgate.gateway.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Where `goodgate run` takes its settings from: a file, the command line, or a file with parts of
/// it replaced by the command line. Read anew each time it is asked.
///
/// @param file the configuration file, when there is one
/// @param listen addresses that replace the file's; empty: the file's
/// @param to applications, when there is no file
/// @param admin the operator's listener that replaces the file's
record RunSource(
        Optional<Path> file,
        List<String> listen,
        List<String> to,
        Optional<String> admin,
        Map<String, String> environment)
        implements Supplier<ConfigFile.Reading> {

    /// What stands in messages for a file.
    private static final String COMMAND_LINE = "command line";

    /// Any address at all: the parts of a file that are not wanted from the command line.
    private static final List<String> ANYWHERE = List.of("http://127.0.0.1:9");

    @Override
    public ConfigFile.Reading get() {
        if (file.isEmpty()) return typed(to, "");
        ConfigFile.Reading read = ConfigFile.read(file.get(), environment);
        boolean replaced = !listen.isEmpty() || admin.isPresent();
        return switch (read) {
            case ConfigFile.Reading.Loaded loaded when replaced ->
                    switch (typed(ANYWHERE, loaded.settings().admin().token())) {
                        case ConfigFile.Reading.Loaded(Settings typed, _, _) ->
                                new ConfigFile.Reading.Loaded(
                                        merged(loaded.settings(), typed),
                                        loaded.warnings(),
                                        loaded.places());
                        case ConfigFile.Reading.Faulty faulty -> faulty;
                    };
            case ConfigFile.Reading.Loaded loaded -> loaded;
            case ConfigFile.Reading.Faulty faulty -> faulty;
        };
    }

    private Settings merged(Settings file, Settings typed) {
        return new Settings(
                listen.isEmpty() ? file.listeners() : typed.listeners(),
                file.routes(),
                file.upstreams(),
                file.limits(),
                new AdminSettings(
                        admin.isEmpty() ? file.admin().address() : typed.admin().address(),
                        file.admin().hosts(),
                        file.admin().token()),
                file.accessLog(),
                file.resolver(),
                file.destinations(),
                file.runtime(),
                file.expose(),
                file.errorPages(),
                file.language(),
                file.drain());
    }

    /// The command line as if it were a file; whether `token` is empty decides where the admin
    /// listener may be.
    private ConfigFile.Reading typed(List<String> endpoints, String token) {
        StringBuilder yaml = new StringBuilder("listeners:\n");
        for (String address : listen.isEmpty() ? List.of("127.0.0.1:8080") : listen) {
            yaml.append("  - { address: ").append(quoted(everywhere(address))).append(" }\n");
        }
        yaml.append("routes: [ { name: all, upstream: app } ]\nupstreams:\n  app:\n");
        yaml.append("    endpoints:\n");
        for (String url : endpoints) yaml.append("      - ").append(quoted(url)).append('\n');
        admin.ifPresent(address ->
                yaml.append("admin: { address: ")
                        .append(quoted(address))
                        .append(token.isEmpty() ? "" : ", token: given")
                        .append(" }\n"));
        return switch (ConfigFile.read(COMMAND_LINE, yaml.toString(), environment)) {
            case ConfigFile.Reading.Loaded(var settings, var warnings, var places) ->
                    new ConfigFile.Reading.Loaded(settings, warnings, places.typedAfter("--to"));
            case ConfigFile.Reading.Faulty(List<Fault> faults) ->
                    new ConfigFile.Reading.Faulty(
                            faults.stream().map(RunSource::byOption).toList());
        };
    }

    /// `:8080` means all addresses of this machine.
    private static String everywhere(String address) {
        return address.startsWith(":") ? "0.0.0.0" + address : address;
    }

    /// A YAML scalar in double quotes.
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\');
            if (c < ' ' || c == 0x7f) out.append("\\x%02x".formatted((int) c));
            else out.append(c);
        }
        return out.append('"').toString();
    }

    /// Names the option instead of a place in a file that nobody wrote.
    private static Fault byOption(Fault fault) {
        String option = COMMAND_LINE;
        if (fault.path().startsWith("listeners")) option = "--listen";
        else if (fault.path().startsWith("upstreams")) option = "--to";
        else if (fault.path().startsWith("admin")) option = "--admin";
        return new Fault(option, 0, 0, "", fault.seen(), fault.expected(), fault.hint());
    }

    /// The options' part of a command line that names a file or applications, or what is wrong.
    static Optional<String> missing(Optional<Path> file, List<String> to) {
        List<String> wrong = new ArrayList<>();
        if (file.isEmpty() && to.isEmpty()) {
            wrong.add("name a configuration file, or an application with --to URL");
        }
        if (file.isPresent() && !to.isEmpty()) {
            wrong.add("--to goes without a configuration file; the file names the applications");
        }
        return wrong.stream().findFirst();
    }
}

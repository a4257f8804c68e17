package dev.goodgate.cli;

import dev.goodgate.gateway.admin.AdminClient;
import java.util.List;

/// `goodgate incident`: the evidence behind an error page, from a running gateway.
final class IncidentCommand implements Command {
    private static final Option ADMIN =
            Option.valued("--admin", "ADDR", "Its operator's listener. [127.0.0.1:9900]");

    private static final Option MARKDOWN =
            Option.flag("--markdown", "As Markdown, ready to paste.");

    @Override
    public Usage usage() {
        return new Usage(
                "incident",
                "Show the evidence behind an error page.",
                "ID",
                1,
                List.of(ADMIN, MARKDOWN, Option.JSON, Option.LANG),
                List.of(
                        "The id is on the page and in the field Goodgate-Incident. The gateway"
                                + " that made it must be running. A token for its operator's"
                                + " listener is taken from GOODGATE_ADMIN_TOKEN. Ends with 1 when"
                                + " there is no such incident any more."),
                List.of(
                        new Usage.Example(
                                "goodgate incident 01M9ZQ3TX0K4V7RNY2BD", "what happened, and why"),
                        new Usage.Example(
                                "goodgate incident --markdown 01M9ZQ3TX0K4V7RNY2BD",
                                "the same for a ticket")));
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal) {
        if (arguments.operand(0).isEmpty()) {
            terminal.say("incident: name the incident");
            return Exit.WRONG;
        }
        String address = arguments.value(ADMIN).orElse("127.0.0.1:9900");
        String token = System.getenv().getOrDefault("GOODGATE_ADMIN_TOKEN", "");
        AdminClient client = new AdminClient(address, token);
        return switch (client.incident(
                arguments.operand(0).get(), form(arguments), arguments.language())) {
            case AdminClient.Fetched.Found(String text) -> {
                terminal.out().print(text);
                yield Exit.FINE;
            }
            case AdminClient.Fetched.Missing(String sentence) -> {
                terminal.say(sentence);
                yield Exit.PROBLEM;
            }
            case AdminClient.Fetched.Unanswered(String sentence) -> {
                terminal.say(sentence + "; name its admin listener with --admin HOST:PORT");
                yield Exit.FAILED;
            }
        };
    }

    private static AdminClient.Form form(Arguments arguments) {
        if (arguments.has(Option.JSON)) return AdminClient.Form.JSON;
        return arguments.has(MARKDOWN) ? AdminClient.Form.MARKDOWN : AdminClient.Form.TEXT;
    }
}

package org.moothall.cli.internal;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.cli.internal.ApiOperation.Parameter;
import org.moothall.cli.internal.ApiOperation.Place;
import org.moothall.core.ProblemException;

import com.fasterxml.jackson.databind.JsonNode;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The tree of commands: a few of our own, and one for each operation that the server offers. */
final class Commands {

    private static final String[] OUTPUT = {"-o", "--output"};

    private final Sessions sessions;
    private final Terminal terminal;
    private final CommandSpec root = CommandSpec.create().name("moothall");
    private final Map<CommandSpec, @Nullable Work> work = new IdentityHashMap<>();

    /** What a command does. */
    @FunctionalInterface
    private interface Work {
        void run(ParseResult line);
    }

    Commands(Sessions sessions, Terminal terminal) {
        this.sessions = sessions;
        this.terminal = terminal;
        root.mixinStandardHelpOptions(true).version("moothall 1.0.0");
        root.usageMessage().description("Runs a Moothall server from the command line. The commands are those that the server offers: sign in to see them.")
                .exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.list())
                .footer("", "Settings are kept in MOOTHALL_CONFIG_DIR, otherwise in the moothall folder of your configuration directory.");
        addOwn();
    }

    private void addOwn() {
        CommandSpec signIn = add(root, "sign-in",
                "Signs in and keeps the session for the next commands. The password is asked for, or read from standard input.", line -> {
                    Path caFile = line.matchedOptionValue("--ca-file", (Path) null);
                    sessions.signIn(line.matchedPositionalValue(0, ""), line.matchedOptionValue("--user", (String) null), caFile,
                            line.matchedOptionValue("--fingerprint", (String) null));
                });
        signIn.addPositional(
                PositionalParamSpec.builder().paramLabel("URL").type(String.class).required(true).description("https://host[:port] of the server").build());
        signIn.addOption(OptionSpec.builder("--user").paramLabel("NAME").type(String.class).description("Sign-in name; asked for when missing").build());
        signIn.addOption(OptionSpec.builder("--ca-file").paramLabel("FILE").type(Path.class).description("Authorities to verify the server with, PEM").build());
        signIn.addOption(OptionSpec.builder("--fingerprint").paramLabel("SHA256").type(String.class)
                .description("Accept exactly the certificate with this SHA-256 fingerprint").build());
        add(root, "sign-out", "Ends the session.", line -> sessions.signOut());
        withOutput(add(root, "whoami", "Shows who is signed in where, and what that user may do.", this::whoAmI));
        CommandSpec completion = add(root, "completion", "Prints a script that completes commands in your shell: source <(moothall completion bash).",
                this::completion);
        completion.addPositional(PositionalParamSpec.builder().paramLabel("bash|zsh").type(String.class).required(true).description("Your shell").build());
    }

    /** Adds a command for each operation. */
    void addOperations(List<ApiOperation> operations) {
        Map<String, CommandSpec> groups = new TreeMap<>();
        for (ApiOperation operation : operations) {
            if (!root.subcommands().containsKey(operation.group()) || groups.containsKey(operation.group())) {
                CommandSpec group = groups.computeIfAbsent(operation.group(), name -> add(root, name, "Works with " + name.replace('-', ' ') + ".", null));
                if (!group.subcommands().containsKey(operation.verb())) {
                    addOperation(group, operation);
                }
            }
        }
    }

    private void addOperation(CommandSpec group, ApiOperation operation) {
        CommandSpec command = add(group, operation.verb(), operation.summary(), line -> run(operation, line));
        for (Parameter parameter : operation.in(Place.PATH)) {
            command.addPositional(PositionalParamSpec.builder().paramLabel(ApiOperation.kebab(parameter.name()).toUpperCase(java.util.Locale.ROOT))
                    .type(String.class).required(true).description(text(parameter)).build());
        }
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place() != Place.PATH) {
                command.addOption(OptionSpec.builder(parameter.option()).paramLabel(parameter.type().toUpperCase(java.util.Locale.ROOT)).type(String.class)
                        .required(parameter.required() && parameter.place() == Place.QUERY).description(text(parameter)).build());
            }
        }
        if (operation.body()) {
            command.addOption(OptionSpec.builder("--file").paramLabel("FILE").type(String.class)
                    .description("JSON body, - for standard input; options override it").build());
        }
        if (operation.paged()) {
            command.addOption(OptionSpec.builder("--all").type(boolean.class).description("All pages").build());
        }
        withOutput(command);
    }

    private static String text(Parameter parameter) {
        if (parameter.place() == Place.HEADER) {
            return "Only while it has this version (default: whatever version it has)";
        }
        if (isPassword(parameter)) {
            return "- asks for it, or reads it from standard input: what stands on a command line others can see";
        }
        return parameter.description().isEmpty() ? "" : parameter.description().replace("%", "%%");
    }

    private void run(ApiOperation operation, ParseResult line) {
        try (Api api = sessions.api()) {
            OperationCall call = new OperationCall(operation, api, terminal, values(operation, line));
            if (operation.stream()) {
                call.follow();
                return;
            }
            boolean all = operation.paged() && line.matchedOptionValue("--all", false);
            output(line).print(all ? call.all() : call.once(operation.body() ? line.matchedOptionValue("--file", (String) null) : null), terminal.out());
        }
    }

    private static boolean isPassword(Parameter parameter) {
        return parameter.place() == Place.BODY && parameter.name().toLowerCase(java.util.Locale.ROOT).contains("password");
    }

    private Map<String, String> values(ApiOperation operation, ParseResult line) {
        Map<String, String> values = new HashMap<>();
        int position = 0;
        for (Parameter parameter : operation.parameters()) {
            String value = parameter.place() == Place.PATH ? line.matchedPositionalValue(position++, "")
                    : line.matchedOptionValue(parameter.option(), (String) null);
            if (value != null) {
                values.put(parameter.name(), isPassword(parameter) && value.equals("-") ? terminal.password("Password: ").reveal() : value);
            }
        }
        return values;
    }

    private void whoAmI(ParseResult line) {
        SavedSession session = sessions.current();
        try (Api api = sessions.api()) {
            JsonNode told = Api.json(api.send("GET", "/sessions/current", Map.of(), null).body());
            if (told instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
                object.remove("token");
                object.put("server", session.url());
            }
            output(line).print(told, terminal.out());
        }
    }

    private void completion(ParseResult line) {
        String shell = line.matchedPositionalValue(0, "");
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new CommandLine.ParameterException(line.commandSpec().commandLine(), "The shell must be bash or zsh.");
        }
        if (shell.equals("zsh")) {
            terminal.out().println("autoload -U +X compinit && compinit; autoload -U +X bashcompinit && bashcompinit");
        }
        terminal.out().println(AutoComplete.bash("moothall", root.commandLine()));
    }

    private static Output output(ParseResult line) {
        return line.matchedOptionValue("--output", Output.TABLE);
    }

    private static void withOutput(CommandSpec command) {
        command.addOption(
                OptionSpec.builder(OUTPUT).paramLabel("table|json|yaml").type(Output.class).description("How to show the answer (default: table)").build());
    }

    private CommandSpec add(CommandSpec parent, String name, String description, @Nullable Work does) {
        CommandSpec command = CommandSpec.create().mixinStandardHelpOptions(true);
        command.usageMessage().description(description.replace("%", "%%"));
        parent.addSubcommand(name, command);
        if (does != null) {
            work.put(command, does);
        }
        return command;
    }

    /** To be parsed and run. */
    CommandLine commandLine() {
        CommandLine line = new CommandLine(root);
        line.setCaseInsensitiveEnumValuesAllowed(true).setOut(terminal.out()).setErr(terminal.err()).setExecutionStrategy(this::execute);
        return line;
    }

    private int execute(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        ParseResult line = parsed;
        while (line.hasSubcommand()) {
            line = line.subcommand();
        }
        Work does = work.get(line.commandSpec());
        if (does == null) {
            throw new CommandLine.ParameterException(line.commandSpec().commandLine(), "Which command?");
        }
        try {
            does.run(line);
            return ExitCode.OK.number();
        } catch (ProblemException | UncheckedIOException | IllegalArgumentException e) {
            // What picocli hands to the one place that tells failures.
            throw new CommandLine.ExecutionException(line.commandSpec().commandLine(), "failed", e);
        }
    }
}

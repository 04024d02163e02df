package org.moothall.cli.internal;

import java.util.List;
import java.util.Set;

import org.moothall.core.Boundary;
import org.moothall.core.Problem;
import org.moothall.core.Problem.Violation;
import org.moothall.core.ProblemException;
import org.moothall.net.Https;

import picocli.CommandLine;

/** One run of the command: what is asked, what is told, how it ends. */
@Boundary
final class Program {

    private static final Set<String> OWN = Set.of("sign-in", "sign-out", "whoami");

    private final Sessions sessions;
    private final ConfigFiles files;
    private final Terminal terminal;

    Program(Https https, ConfigFiles files, Terminal terminal) {
        this.sessions = new Sessions(https, files, terminal);
        this.files = files;
        this.terminal = terminal;
    }

    /** Runs and tells how it ended. */
    ExitCode run(List<String> arguments) {
        try {
            Commands commands = new Commands(sessions, terminal);
            if (offersOperations(arguments)) {
                try (Api api = sessions.api()) {
                    commands.addOperations(new OpenApi(sessions.document(api)).operations());
                }
            }
            return execute(commands.commandLine(), arguments);
        } catch (ProblemException e) {
            return tell(e.problem());
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /** Our own commands do not need the server's; help shows them when there is a session. */
    private boolean offersOperations(List<String> arguments) {
        boolean own = !arguments.isEmpty() && OWN.contains(arguments.getFirst());
        boolean help = arguments.isEmpty() || arguments.getFirst().startsWith("-") || arguments.getFirst().equals("completion");
        return !own && (!help || files.session().isPresent());
    }

    private ExitCode execute(CommandLine line, List<String> arguments) {
        ExitCode[] end = {ExitCode.OK};
        line.setParameterExceptionHandler((problem, given) -> {
            terminal.err().println(problem.getMessage());
            problem.getCommandLine().usage(terminal.err());
            return ExitCode.USAGE.number();
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            end[0] = failure instanceof ProblemException known ? tell(known.problem()) : unexpected(failure);
            return end[0].number();
        });
        return line.execute(arguments.toArray(String[]::new)) == ExitCode.USAGE.number() && end[0] == ExitCode.OK ? ExitCode.USAGE : end[0];
    }

    private ExitCode tell(Problem problem) {
        terminal.err().println(problem.code().title() + (problem.detail().isEmpty() ? "." : ". " + problem.detail()));
        for (Violation violation : problem.violations()) {
            terminal.err().println("  " + violation.field() + ": " + violation.message());
        }
        return ExitCode.of(problem);
    }

    private ExitCode unexpected(Exception failure) {
        String message = failure.getMessage();
        terminal.err().println("Something went wrong: " + (message == null ? failure.getClass().getSimpleName() : message));
        return ExitCode.FAILED;
    }
}

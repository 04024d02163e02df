package org.moothall.node.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.moothall.core.Problem;

/** The command line. */
record Options(Map<String, String> values, boolean help) {

    private static final List<String> KNOWN = List.of("--create-lab", "--nodes", "--seed", "--cdr-trust", "--script", "--scenario", "--meetings", "--people",
            "--calm",
            "--config", "--lab",
            "--ready-file");

    static final String USAGE = """
            Usage: node.sh --create-lab DIR [--nodes N] [--seed N] [--script FILE | --meetings N --people N] [--scenario FILE] [--cdr-trust FILE]
                   node.sh --config FILE [--ready-file FILE]
                   node.sh --lab DIR [--ready-file FILE]

            --create-lab DIR   makes a lab of nodes that form one cluster: DIR/ca.pem, DIR/credentials.json
                               (readable by you alone) and DIR/node-1/node.json and so on. What is there is kept.
            --nodes N          how many nodes, 1 to 24 (3)
            --seed N           the same number gives the same meetings (1)
            --script FILE      who meets, instead of the day that is shipped (JSON, see the lab guide)
            --meetings N       as the day that is shipped, grown to so many meetings at the same time, 1 to 10000
            --people N         how many people are in all of them together, 1 to 200000 (24 a meeting)
            --calm N           how many times longer than usual they stay and leave things as they are, 1 to 1000 (1)
            --scenario FILE    what goes wrong, and whether more may be ordered (JSON, see the lab guide)
            --cdr-trust FILE   PEM that CDR receivers are verified with (DIR/cdr-trust.pem); may be made later
            --config FILE      runs one node until it is told to stop
            --lab DIR          runs all nodes of a lab in this one process
            --ready-file FILE  written once all nodes answer
            --help             this text

            Exit codes: 0 done, 2 wrong options or configuration, 3 the port cannot be opened, 1 anything else.
            """;

    /** Reads the arguments. Problem: {@code core.invalid-input}. */
    static Options of(String... arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean help = rest.remove("--help") || rest.remove("-h");
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            if (!KNOWN.contains(option)) {
                throw Problem.invalid(option, "is no option. --help tells all.").exception();
            }
            if (rest.isEmpty()) {
                throw Problem.invalid(option, "needs a value. --help tells all.").exception();
            }
            values.put(option, rest.removeFirst());
        }
        return new Options(values, help);
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(values.get(option));
    }

    long number(String option, long fallback, long least, long most) {
        try {
            long value = find(option).map(Long::parseLong).orElse(fallback);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw Problem.invalid(option, "must be a number.").exception();
        }
        throw Problem.invalid(option, "must be " + least + " to " + most + ".").exception();
    }
}

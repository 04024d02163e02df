import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Adds up the Surefire reports below the given folders: a line for each module, then what failed and why, then the sum in Surefire's own form that
 * machines read. A test class without a report counts as failed: what did not run is not green. Exit code 1 when anything failed.
 */
final class TestSummary {

    private static final Pattern TESTS = Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b|class \\w+Test extends \\w+");
    private static final List<String> OUTCOMES = List.of("failure", "error", "skipped");
    private static final int MESSAGE_LENGTH = 400;

    private final TreeMap<String, int[]> modules = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    public static void main(String[] folders) throws Exception {
        TestSummary summary = new TestSummary();
        for (String folder : folders) {
            summary.readReports(Path.of(folder));
        }
        for (String folder : folders) {
            summary.findUnreported(Path.of(folder));
        }
        System.exit(summary.print() ? 0 : 1);
    }

    private void readReports(Path folder) throws Exception {
        for (Path report : files(folder, "TEST-", ".xml")) {
            Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile()).getDocumentElement();
            int[] sum = modules.computeIfAbsent(report.subpath(0, indexOf(report, "target")).toString(), name -> new int[4]);
            NodeList cases = suite.getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                count((Element) cases.item(i), sum);
            }
        }
    }

    /** The suite's own numbers leave out nested classes and what runs for several values. */
    private void count(Element testCase, int[] sum) {
        sum[0]++;
        for (int outcome = 0; outcome < OUTCOMES.size(); outcome++) {
            sum[outcome + 1] += testCase.getElementsByTagName(OUTCOMES.get(outcome)).getLength() > 0 ? 1 : 0;
        }
        noteFailure(testCase);
    }

    private void noteFailure(Element testCase) {
        for (String kind : List.of("failure", "error")) {
            if (testCase.getElementsByTagName(kind).item(0) instanceof Element problem) {
                String text = problem.getAttribute("message").isBlank() ? problem.getTextContent() : problem.getAttribute("message");
                failures.add(testCase.getAttribute("classname") + '.' + testCase.getAttribute("name") + "\n      "
                        + text.strip().substring(0, Math.min(text.strip().length(), MESSAGE_LENGTH)).replace("\n", "\n      "));
            }
        }
    }

    private void findUnreported(Path folder) throws IOException {
        List<Path> reports = files(folder, "TEST-", ".xml");
        for (Path source : files(folder, "", "Test.java")) {
            String text = Files.readString(source);
            String name = source.getFileName().toString().replace(".java", "");
            if (!text.contains("abstract class " + name) && TESTS.matcher(text).find() && reports.stream().noneMatch(report -> tells(report, source, name))) {
                failures.add(source + "\n      did not run: there is no report of it");
            }
        }
    }

    /** Whether this is the report of that class, and not of one that is called so in another module. */
    private static boolean tells(Path report, Path source, String name) {
        return source.startsWith(report.subpath(0, indexOf(report, "target"))) && report.getFileName().toString().endsWith('.' + name + ".xml");
    }

    private static List<Path> files(Path folder, String start, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(start) && file.getFileName().toString().endsWith(end)).sorted().toList();
        }
    }

    private static int indexOf(Path path, String name) {
        for (int i = 0; i < path.getNameCount(); i++) {
            if (path.getName(i).toString().equals(name)) {
                return i;
            }
        }
        return path.getNameCount();
    }

    private boolean print() {
        int[] total = new int[4];
        modules.forEach((module, sum) -> {
            for (int i = 0; i < total.length; i++) {
                total[i] += sum[i];
            }
            String rest = sum[1] + sum[2] + sum[3] == 0 ? "" : " (%d failed, %d errors, %d skipped)".formatted(sum[1], sum[2], sum[3]);
            System.out.println("  %-36s %4d%s".formatted(module, sum[0], rest));
        });
        failures.forEach(failure -> System.out.println("FAILED " + failure));
        System.out.println("Tests run: %d, Failures: %d, Errors: %d, Skipped: %d".formatted(total[0], total[1], total[2], total[3]));
        return failures.isEmpty() && total[0] > 0;
    }
}

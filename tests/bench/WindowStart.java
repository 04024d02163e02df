import java.io.IOException;
import java.util.List;

/** The start of a program until a window of this title is on the screen: {@code RUNS TITLE COMMAND…}. Asks {@code xdotool}. */
final class WindowStart {

    private WindowStart() {}

    public static void main(String[] args) throws Exception {
        List<String> look = List.of("xdotool", "search", "--onlyvisible", "--name", args[1]);
        new StartTime(List.of(args).subList(2, args.length), () -> shown(look)).print(Integer.parseInt(args[0]));
    }

    private static boolean shown(List<String> look) throws IOException, InterruptedException {
        Process search = new ProcessBuilder(look).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return search.waitFor() == 0;
    }
}

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.ToolFactory;
import org.eclipse.jdt.core.formatter.CodeFormatter;
import org.eclipse.jdt.core.formatter.DefaultCodeFormatterConstants;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.edits.TextEdit;

/** Sets Java sources by a profile: {@code PROFILE check|write FOLDER-OR-FILE…}; run from source by the JDK. Names what is not set so. */
final class Format {

    private static final String PREFIX = "org.eclipse.jdt.core.formatter.";

    private final CodeFormatter formatter;
    private final boolean write;

    private Format(Path profile, boolean write) throws IOException {
        formatter = ToolFactory.createCodeFormatter(options(profile));
        this.write = write;
    }

    public static void main(String[] args) throws IOException, BadLocationException {
        Format format = new Format(Path.of(args[0]), args[1].equals("write"));
        int different = 0;
        for (Path source : sources(List.of(args).subList(2, args.length))) {
            different += format.isDifferent(source) ? 1 : 0;
        }
        System.exit(different > 0 && !format.write ? 1 : 0);
    }

    private static Map<String, String> options(Path profile) throws IOException {
        Properties given = new Properties();
        try (Reader in = Files.newBufferedReader(profile)) {
            given.load(in);
        }
        Map<String, String> options = new HashMap<>(DefaultCodeFormatterConstants.getEclipseDefaultSettings());
        JavaCore.setComplianceOptions("21", options);
        for (String name : given.stringPropertyNames()) {
            if (options.put(PREFIX + name, given.getProperty(name)) == null) {
                throw new IllegalArgumentException("The formatter knows nothing called " + name + ".");
            }
        }
        return options;
    }

    private static List<Path> sources(List<String> roots) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String root : roots) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java") && !file.toString().contains("/target/")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    private boolean isDifferent(Path source) throws IOException, BadLocationException {
        String before = Files.readString(source);
        TextEdit edit = formatter.format(CodeFormatter.K_COMPILATION_UNIT | CodeFormatter.F_INCLUDE_COMMENTS, before, 0, before.length(), 0, "\n");
        if (edit == null) {
            throw new IllegalStateException(source + " cannot be read as Java.");
        }
        IDocument document = new Document(before);
        edit.apply(document);
        boolean different = !document.get().equals(before);
        if (different && write) {
            Files.writeString(source, document.get());
        }
        if (different) {
            System.out.println(source);
        }
        return different;
    }
}

package org.moothall.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Rule 5: every REST method states its permission, every one that changes something its audit action. */
class RestTest {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String PERMISSION = "Lorg/moothall/web/RequiresPermission;";
    private static final String AUDITED = "Lorg/moothall/web/Audited;";
    private static final String DESCRIBED = "Lorg/moothall/web/Described;";
    private static final String UNTYPED = ")Ljakarta/ws/rs/core/Response;";
    private static final int LONGEST = 15;
    /** The one door through which somebody without a session comes in. */
    private static final String SIGN_IN = "org.moothall.web.internal.rest.SessionsResource.create";

    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyRestMethodStatesItsPermission() {
        eachRestMethod((type, method) -> {
            String permission = value(method, PERMISSION).orElse("");
            boolean isSignIn = (type.name() + "." + method.name).equals(SIGN_IN);
            if (!isSignIn && !permission.matches("[a-z-]+(\\.[a-z-]+)?")) {
                complain(type, method, "needs @RequiresPermission(\"<domain>.<what>\")");
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyRestMethodThatChangesSomethingIsAudited() {
        eachRestMethod((type, method) -> {
            if (CHANGING.contains(verb(method).orElseThrow()) && !value(method, AUDITED).orElse("").matches("[a-z-]+\\.[a-z-]+")) {
                complain(type, method, "needs @Audited(\"<domain>.<verb>\")");
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyRestMethodSaysWhatItAnswers() {
        eachRestMethod((type, method) -> {
            if (method.desc.endsWith(UNTYPED) || method.desc.endsWith(")Ljava/lang/Object;")) {
                complain(type, method, "must return the record that it answers (or Created of it), so that the API document shows it");
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyRestMethodSaysInWordsWhatItDoes() {
        eachRestMethod((type, method) -> {
            if (!value(method, DESCRIBED).orElse("").endsWith(".")) {
                complain(type, method, "needs @Described(\"Whole sentences, for the API document and the command line.\")");
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void restMethodsOnlyTranslate() {
        eachRestMethod((type, method) -> {
            int lines = lines(method);
            if (lines > LONGEST) {
                complain(type, method, "has " + lines + " lines: at most " + LONGEST + ", the rest belongs into the service");
            }
        });
        assertEquals(List.of(), wrong);
    }

    /** The foundation's own resources stand beside what they show. */
    @Test
    void resourcesOfDomainsLieInTheirRestPackage() {
        eachRestMethod((type, method) -> {
            if (!type.packageName().endsWith(".internal.rest") && !type.bundle().name().equals("web")) {
                complain(type, method, "belongs into internal.rest");
            }
        });
        assertEquals(List.of(), wrong);
    }

    private void eachRestMethod(BiConsumer<TypeFile, MethodNode> look) {
        for (SourceBundle bundle : Checkout.bundles()) {
            for (TypeFile type : bundle.types()) {
                type.node().methods.stream().filter(method -> verb(method).isPresent()).forEach(method -> look.accept(type, method));
            }
        }
    }

    private void complain(TypeFile type, MethodNode method, String what) {
        wrong.add(type.source() + ": " + method.name + " " + what);
    }

    /** The HTTP method that it answers, if it is a REST method. */
    private static Optional<String> verb(MethodNode method) {
        for (AnnotationNode annotation : present(method.visibleAnnotations)) {
            String name = annotation.desc.substring(annotation.desc.lastIndexOf('/') + 1, annotation.desc.length() - 1);
            if (annotation.desc.startsWith("Ljakarta/ws/rs/") && (READING.contains(name) || CHANGING.contains(name))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> value(MethodNode method, String annotationType) {
        return present(method.visibleAnnotations).stream().filter(annotation -> annotation.desc.equals(annotationType))
                .map(annotation -> String.valueOf(annotation.values.get(1))).findFirst();
    }

    private static int lines(MethodNode method) {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (var instruction : method.instructions) {
            if (instruction instanceof LineNumberNode line) {
                first = Math.min(first, line.line);
                last = Math.max(last, line.line);
            }
        }
        return last == 0 ? 0 : last - first + 1;
    }

    private static List<AnnotationNode> present(@Nullable List<AnnotationNode> annotations) {
        return annotations == null ? List.of() : annotations;
    }
}

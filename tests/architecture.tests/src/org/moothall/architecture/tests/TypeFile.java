package org.moothall.architecture.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;

/**
 * A compiled type.
 *
 * @param name binary name with dots
 */
record TypeFile(SourceBundle bundle, String name, ClassNode node) {

    static TypeFile read(SourceBundle bundle, Path classes, Path file) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes(file)).accept(node, 0);
        String relative = classes.relativize(file).toString();
        return new TypeFile(bundle, relative.substring(0, relative.length() - ".class".length()).replace('/', '.'), node);
    }

    String packageName() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** Names of all types that this one mentions anywhere: in signatures, code and annotations. */
    Set<String> mentions() {
        Mentions mentions = new Mentions();
        node.accept(new ClassRemapper(new ClassNode(), mentions));
        return mentions.names;
    }

    /** Where it was written, for messages. */
    String source() {
        return "bundles/" + bundle.name() + "/src/" + packageName().replace('.', '/') + "/" + node.sourceFile;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asked for every type name on the way, it notes them all and changes none. */
    @NonNullByDefault({})
    private static final class Mentions extends Remapper {
        private final Set<String> names = new TreeSet<>();

        Mentions() {
            super(org.objectweb.asm.Opcodes.ASM9);
        }

        @Override
        public String map(String internalName) {
            names.add(internalName.replace('/', '.'));
            return internalName;
        }
    }
}

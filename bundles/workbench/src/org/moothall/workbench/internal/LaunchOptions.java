package org.moothall.workbench.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What the command line said.
 *
 * @param server address to sign in to
 * @param caFile PEM file with the authorities to verify it with
 * @param user name to sign in with
 * @param passwordFile file whose first line is the password: signs in without asking
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param settings folder that holds what the user arranged
 */
public record LaunchOptions(Optional<String> server, Optional<Path> caFile, Optional<String> user, Optional<Path> passwordFile, Optional<String> theme,
        Optional<Path> settings) {
    /** Reads {@code --name value} and {@code --name=value}; what is not ours is left to the platform. */
    public static LaunchOptions parse(String... arguments) {
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            int equals = argument.indexOf('=');
            if (argument.startsWith("--") && equals > 0) {
                found.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else if (argument.startsWith("--") && i + 1 < arguments.length) {
                found.put(argument.substring(2), arguments[++i]);
            }
        }
        return new LaunchOptions(text(found.get("server")), path(found.get("ca-file")), text(found.get("user")), path(found.get("password-file")),
                text(found.get("theme")), path(found.getOrDefault("settings", System.getProperty("moothall.settings", ""))));
    }

    private static Optional<String> text(@Nullable String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    private static Optional<Path> path(@Nullable String value) {
        return text(value).map(Path::of);
    }
}

package org.moothall.servers.internal;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;

/** Where a Call Bridge's API listens. @param host lower case, IPv6 without brackets */
public record Address(String host, int port) {

    /** Port when none is said. */
    public static final int DEFAULT_PORT = 443;
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Fa-f:.]+(?:%[A-Za-z0-9._-]+)?)\\](?::(\\d{1,5}))?");
    private static final Pattern PLAIN = Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\\.?)(?::(\\d{1,5}))?");
    private static final int MAX_LENGTH = 260;

    /** Reads {@code host}, {@code host:port}, {@code [IPv6]} or {@code [IPv6]:port}, also after {@code https://}. */
    public static Address parse(String text) {
        String bare = text.strip().replaceFirst("(?i)^https://", "").replaceFirst("/$", "");
        if (bare.length() > MAX_LENGTH) {
            throw refused("is too long.");
        }
        Matcher bracketed = BRACKETED.matcher(bare);
        if (bracketed.matches()) {
            return new Address(ipv6(bracketed.group(1)), port(bracketed.group(2)));
        }
        Matcher plain = PLAIN.matcher(bare);
        if (plain.matches()) {
            return new Address(plain.group(1).toLowerCase(Locale.ROOT), port(plain.group(2)));
        }
        if (bare.chars().filter(c -> c == ':').count() > 1) {
            throw refused("an IPv6 address is written in brackets, for example [2001:db8::1]:443.");
        }
        throw refused("must be a host name or address, with :port when it is not 443, for example bridge1.example.com:445.");
    }

    private static String ipv6(String literal) {
        if (literal.chars().filter(c -> c == ':').count() < 2) {
            throw refused("has no IPv6 address between its brackets.");
        }
        try {
            // A literal with colons: nothing is looked up. One spelling for one address, so that duplicates are found.
            return java.net.InetAddress.getByName(literal).getHostAddress();
        } catch (java.net.UnknownHostException e) {
            throw refused("has no IPv6 address between its brackets.");
        }
    }

    private static int port(@Nullable String digits) {
        int port = digits == null ? DEFAULT_PORT : Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw refused("the port must be from 1 to 65535.");
        }
        return port;
    }

    private static ProblemException refused(String message) {
        return Problem.invalid("address", message).exception();
    }

    /** {@code https://host:port}. */
    public URI base() {
        return URI.create("https://" + this);
    }

    /** {@code host:port}, IPv6 in brackets. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}

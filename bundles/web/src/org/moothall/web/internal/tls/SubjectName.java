package org.moothall.web.internal.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** A name that the certificate is for. @param isAddress whether it is an IP address, in its canonical text form */
record SubjectName(String value, boolean isAddress) {

    /** Where Linux tells its name without asking a DNS server, which may take long. */
    private static final Path KERNEL_NAME = Path.of("/proc/sys/kernel/hostname");

    /** What clients may call this server: the loopback names, the host's name and the address it listens on. */
    static Set<SubjectName> of(String bindAddress) {
        Set<SubjectName> names = new LinkedHashSet<>();
        names.add(new SubjectName("localhost", false));
        names.add(parsed("127.0.0.1"));
        names.add(parsed("::1"));
        hostName(names);
        if (!anyAddress(bindAddress)) {
            names.add(parsed(bindAddress));
        }
        return names;
    }

    static SubjectName parsed(String text) {
        String plain = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        boolean address = plain.indexOf(':') >= 0 || plain.matches("[0-9]+(\\.[0-9]+){3}");
        try {
            return address ? new SubjectName(InetAddress.getByName(plain).getHostAddress(), true)
                    : new SubjectName(plain.toLowerCase(Locale.ROOT), false);
        } catch (UnknownHostException e) {
            return new SubjectName(plain.toLowerCase(Locale.ROOT), false);
        }
    }

    private static boolean anyAddress(String text) {
        return text.equals("0.0.0.0") || text.equals("::") || text.equals("[::]");
    }

    private static void hostName(Set<SubjectName> names) {
        try {
            String name = Files.exists(KERNEL_NAME) ? Files.readString(KERNEL_NAME).strip() : InetAddress.getLocalHost().getHostName();
            if (name.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")) {
                names.add(parsed(name));
            }
        } catch (IOException e) {
            // A host that does not know its own name is reached by address.
        }
    }
}

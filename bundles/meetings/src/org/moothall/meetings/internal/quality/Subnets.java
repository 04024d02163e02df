package org.moothall.meetings.internal.quality;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The subnet of a device, where its address tells one: /24 of IPv4, /64 of IPv6. Never asks a name server. */
final class Subnets {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET + "(:\\d{1,5})?");
    /** With a colon in it, so that it is no name. */
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{1,44})(%\\w+)?(\\](:\\d{1,5})?)?");
    private static final int IPV6_GROUPS = 4;
    private static final int IPV6_BYTES = 16;

    private Subnets() {}

    /** Of an address, or of what comes after the last {@code @} of a call's address. */
    static Optional<String> of(String address) {
        String host = address.substring(address.lastIndexOf('@') + 1);
        Matcher four = IPV4.matcher(host);
        if (four.matches()) {
            return Optional.of(four.group(1) + '.' + four.group(2) + '.' + four.group(3) + ".0/24");
        }
        Matcher six = IPV6.matcher(host);
        return six.matches() ? network(six.group(1)) : Optional.empty();
    }

    private static Optional<String> network(String literal) {
        try {
            byte[] bytes = InetAddress.getByName(literal).getAddress();
            return bytes.length == IPV6_BYTES ? Optional.of(groups(bytes) + "::/64") : of(InetAddress.getByAddress(bytes).getHostAddress());
        } catch (UnknownHostException e) {
            return Optional.empty(); // looked like an address, but is none
        }
    }

    private static String groups(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < IPV6_GROUPS; i++) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString((bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff));
        }
        return text.toString();
    }
}

package org.moothall.meetings.internal.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

/** The network that somebody calls from. */
class SubnetsTest {

    @Test
    void ofIpv4TheFirst24BitsCount() {
        assertEquals(Optional.of("192.0.2.0/24"), Subnets.of("192.0.2.77"));
        assertEquals(Optional.of("192.0.2.0/24"), Subnets.of("room@192.0.2.77:5060"));
    }

    @Test
    void ofIpv6TheFirst64BitsCount() {
        assertEquals(Optional.of("2001:db8:0:2::/64"), Subnets.of("2001:db8:0:2:aaaa::1"));
        assertEquals(Optional.of("2001:db8:0:0::/64"), Subnets.of("[2001:db8::1]:5061"));
        assertEquals(Optional.of("fe80:0:0:0::/64"), Subnets.of("fe80::1%eth0"));
        assertEquals(Optional.of("192.0.2.0/24"), Subnets.of("::ffff:192.0.2.1"));
    }

    @Test
    void whatIsNoAddressHasNoSubnetAndIsNotLookedUp() {
        for (String text : new String[] {"", "ada@example.org", "77001", "256.1.1.1", "1.2.3", "1.2.3.4.5", "host:5060", ":::", "dead.beef"}) {
            assertEquals(Optional.empty(), Subnets.of(text), text);
        }
    }
}

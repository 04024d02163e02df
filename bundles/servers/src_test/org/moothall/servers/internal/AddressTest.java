package org.moothall.servers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;

@NonNullByDefault({})
class AddressTest {

    @ParameterizedTest
    @CsvSource({
            "bridge1.example.com,            bridge1.example.com, 443",
            "Bridge1.Example.COM:445,        bridge1.example.com, 445",
            "10.1.2.3,                       10.1.2.3,            443",
            "10.1.2.3:8443,                  10.1.2.3,            8443",
            "[2001:db8::1],                  2001:db8:0:0:0:0:0:1, 443",
            "[2001:DB8::1]:445,              2001:db8:0:0:0:0:0:1, 445",
            "[::1]:9443,                     0:0:0:0:0:0:0:1,     9443",
            "https://bridge1.example.com:445/, bridge1.example.com, 445",
            "'  bridge1 ',                   bridge1,             443"})
    void anAddressHasAHostAndAPort(String text, String host, int port) {
        assertEquals(new Address(host, port), Address.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "bridge1:", "bridge1:0", "bridge1:65536", "bridge1:99999", "bridge1:-1", "bridge1:x", "bridge 1", "2001:db8::1",
            "2001:db8::1:443",
            "[2001:db8::1", "2001:db8::1]", "[bridge1]:443", "[1.2.3.4]", "[::g]", "user@bridge1", "user:secret@bridge1", "http://bridge1", "bridge1/api",
            "-bridge", "bridge1\n",
            "bridge1?x=1", "a\u0000b"})
    void whatIsNoAddressIsRefusedNamingTheField(String text) {
        String given = text.equals("bridge1\n") ? "bridge1\nHost: evil" : text;
        Problem problem = assertThrows(ProblemException.class, () -> Address.parse(given)).problem();
        assertEquals(CoreProblem.INVALID_INPUT, problem.code());
        assertEquals("address", problem.violations().getFirst().field());
    }

    @Test
    void anAddressTooLongForAnyNameIsRefused() {
        assertThrows(ProblemException.class, () -> Address.parse("a".repeat(5_000)));
    }

    @Test
    void anIPv6AddressWithoutBracketsIsToldHowToWriteIt() {
        Problem problem = assertThrows(ProblemException.class, () -> Address.parse("2001:db8::1")).problem();
        assertTrue(problem.detail().contains("brackets"), problem.detail());
    }

    @Test
    void theBaseOfAnIPv6AddressHasBrackets() {
        assertEquals("https://[0:0:0:0:0:0:0:1]:445", Address.parse("[::1]:445").base().toString());
    }
}

package org.moothall.licensing.authority.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.moothall.core.ProblemException;
import org.moothall.licensing.authority.AuthorityProblem;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.Reservation;

/** What people carry on paper or a stick between a server and the authority. */
class SignedCodeTest {

    private static final UUID INSTANCE = new UUID(11, 12);
    private static final UUID REQUEST = new UUID(21, 22);
    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
    private static final KeyPair AUTHORITY = pair();
    private static final KeyPair SERVER = pair();
    private static final Code.Authorization GRANTED = new Code.Authorization(INSTANCE, AT, REQUEST, 3, Reservation.Kind.SPECIFIC, new Licences(5, 10, 0, 1),
            true);

    @Test
    void everyKindOfCodeSaysTheSameAfterItWasCarried() {
        Code asked = new Code.Request(INSTANCE, AT, REQUEST, PublicKeyBytes.of(SERVER.getPublic()), "Zürich – Rechenzentrum 2");
        for (Code code : List.of(asked, GRANTED, new Code.Confirmation(INSTANCE, AT, REQUEST, 3), new Code.Return(INSTANCE, AT, REQUEST, 4))) {
            String text = SignedCode.sign(code, AUTHORITY.getPrivate()).toString();
            assertEquals(code, SignedCode.read(text).verify(AUTHORITY.getPublic()), text);
        }
    }

    @Test
    void aKeyIsTheSameAfterItWasCarried() {
        assertEquals(SERVER.getPublic(), PublicKeyBytes.of(SERVER.getPublic()).key());
    }

    @Test
    void caseBlanksHyphensAndLettersThatLookLikeDigitsDoNotMatter() {
        String text = carried();
        assertEquals(GRANTED,
                SignedCode.read(text.toLowerCase(Locale.ROOT).replace('-', ' ').replace('0', 'O').replace('1', 'l')).verify(AUTHORITY.getPublic()));
    }

    @Test
    void everyMistypedCharacterIsFoundAndItsGroupNamed() {
        String[] groups = carried().split("[-\n]");
        IntStream.range(0, groups.length).forEach(group -> IntStream.range(0, 5).forEach(place -> {
            char right = groups[group].charAt(place);
            for (char wrong : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".replace(String.valueOf(right), "").toCharArray()) {
                String[] typed = groups.clone();
                typed[group] = groups[group].substring(0, place) + wrong + groups[group].substring(place + 1);
                String detail = refused(AuthorityProblem.CODE_MISTYPED, String.join("-", typed));
                assertTrue(detail.startsWith("Group " + (group + 1) + ", “" + typed[group] + "”"), detail);
            }
        }));
    }

    @Test
    void swappedCharactersAndSwappedGroupsAreFound() {
        String[] groups = carried().split("[-\n]");
        for (int group = 0; group + 1 < groups.length; group++) {
            for (int place = 0; place < 4; place++) {
                String swapped = swapped(groups[group], place);
                if (!swapped.equals(groups[group])) {
                    String[] typed = groups.clone();
                    typed[group] = swapped;
                    refused(AuthorityProblem.CODE_MISTYPED, String.join("-", typed));
                }
            }
            String[] typed = groups.clone();
            typed[group] = groups[group + 1];
            typed[group + 1] = groups[group];
            refused(AuthorityProblem.CODE_MISTYPED, String.join("-", typed));
        }
    }

    @Test
    void aCodeThatIsCutIsRefusedWhereverItWasCut() {
        String text = carried();
        for (int length = 0; length < text.length(); length++) {
            refused(AuthorityProblem.CODE_MISTYPED, text.substring(0, length));
        }
    }

    @Test
    void whatIsNoCodeIsRefusedInWords() {
        for (String text : List.of("", "   ", "hello", "0".repeat(5_000), "{\"code\":1}", "00000-00000-00000", "\u0000", carried() + carried())) {
            assertThrows(ProblemException.class, () -> SignedCode.read(text).verify(AUTHORITY.getPublic()), text);
        }
    }

    @Test
    void aCodeOfAnotherAuthorityIsNotBelieved() {
        SignedCode code = SignedCode.read(SignedCode.sign(GRANTED, SERVER.getPrivate()).toString());
        ProblemException e = assertThrows(ProblemException.class, () -> code.verify(AUTHORITY.getPublic()));
        assertEquals(AuthorityProblem.NOT_GENUINE, e.problem().code());
    }

    @Test
    void whoChangesTheNumbersCannotSignThem() {
        byte[] bytes = CodeText.bytes(carried());
        int last = CodeContent.length(bytes) - 2;
        bytes[last]++;
        SignedCode forged = SignedCode.read(CodeText.of(bytes));
        assertNotEquals(GRANTED, forged.code());
        assertThrows(ProblemException.class, () -> forged.verify(AUTHORITY.getPublic()));
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        Code.Request asked = new Code.Request(INSTANCE, AT, REQUEST, PublicKeyBytes.of(SERVER.getPublic()), "🏛".repeat(40));
        Code.Request read = (Code.Request) SignedCode.read(SignedCode.sign(asked, SERVER.getPrivate()).toString()).verify(SERVER.getPublic());
        assertEquals("🏛".repeat(30), read.name());
    }

    private static String carried() {
        return SignedCode.sign(GRANTED, AUTHORITY.getPrivate()).toString();
    }

    private static String swapped(String group, int place) {
        char[] all = group.toCharArray();
        char first = all[place];
        all[place] = all[place + 1];
        all[place + 1] = first;
        return new String(all);
    }

    private static String refused(AuthorityProblem problem, String text) {
        ProblemException e = assertThrows(ProblemException.class, () -> SignedCode.read(text), text);
        assertEquals(problem, e.problem().code());
        return e.problem().detail();
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

package org.moothall.meetings.internal.find;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void beginningsOfWordsMatchWhateverCaseAndAccents() {
        assertTrue(found("Bürgersprechstunde Bezirk Süd", "sud burg"));
        assertTrue(found("alice@example.org", "alice@ex"));
        assertFalse(found("Bürgersprechstunde", "sprech"), "the middle of a word is not its beginning");
        assertFalse(found("Board meeting", "board x"), "all that was typed must be found");
    }

    @Test
    void nothingTypedMatchesEverything() {
        assertTrue(found("Board", "  "));
    }

    private static boolean found(String text, String typed) {
        return Words.match(Words.of(List.of(text)), Words.ofQuery(typed));
    }
}

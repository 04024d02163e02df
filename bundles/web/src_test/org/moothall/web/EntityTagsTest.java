package org.moothall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.moothall.core.ProblemException;

class EntityTagsTest {

    @Test
    void theTagOfAVersionIsReadBackAsThatVersion() {
        assertEquals(Long.valueOf(7), EntityTags.required("\"" + EntityTags.of(7).getValue() + "\""));
    }

    @Test
    void aStarMeansWhateverIsThere() {
        assertNull(EntityTags.required("*"));
    }

    @Test
    void aMissingHeaderIsRefusedWhereItIsRequired() {
        ProblemException refused = assertThrows(ProblemException.class, () -> EntityTags.required(null));
        assertEquals(WebProblem.PRECONDITION_REQUIRED, refused.problem().code());
    }

    @Test
    void weakTagsListsAndBareNumbersAreRefused() {
        for (String wrong : new String[] {"W/\"1\"", "\"1\", \"2\"", "1", "\"-1\"", "\"x\""}) {
            assertThrows(ProblemException.class, () -> EntityTags.optional(wrong), wrong);
        }
    }
}

package org.moothall.meetings.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.MacroId;
import org.moothall.meetings.MacroMeetings;
import org.moothall.store.Store;
import org.moothall.testkit.store.Engine;
import org.moothall.testkit.store.OnBothEngines;

/** What operators share and their macros, the same on both stores. */
@OnBothEngines
class DeskStoreTest {

    private final Store database;

    DeskStoreTest(Engine engine, @TempDir Path directory) {
        database = engine.open(directory);
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void whatOperatorsShareIsKeptBySubjectAndWhatWasTakenAwayIsSeenToGo() {
        KeptDesk desk = new KeptDesk(database);
        desk.change("pin:a", 1, before -> before + "x");
        desk.change("care:m", 5, before -> "note");
        assertEquals("xy", desk.change("pin:a", 3, before -> before + "y").content());
        assertEquals(List.of(new KeptDesk.Row("pin:a", 3, "xy")), desk.beginning("pin:"));
        assertEquals(List.of(new KeptDesk.Row("care:m", 5, "note")), desk.since(4));
        assertEquals(List.of("care:m"), desk.newest(1).stream().map(KeptDesk.Row::subject).toList());
        desk.change("care:m", 7, before -> "");
        assertEquals(List.of(new KeptDesk.Row("care:m", 7, "")), desk.of(Set.of("care:m", "none")));
    }

    @Test
    void aMacroIsKeptWithItsStepsAndChangedOnlyByWhoSawItsVersion() {
        KeptMacros macros = new KeptMacros(database);
        Macro macro = new Macro(new MacroId("m"), "Morning", List.of(new Macro.Step(new MacroMeetings(null, List.of("a"), null), MacroCommand.LOCK, null)),
                "olga", Instant.parse("2026-03-02T12:00:00Z"), 1);
        assertEquals(macro, macros.add(macro));
        assertEquals(Optional.of(macro), new KeptMacros(database).find(macro.id()));
        assertEquals(2, macros.change(macro, 1).version());
        assertThrows(ProblemException.class, () -> macros.change(macro, 1));
        macros.remove(macro.id());
        assertEquals(List.of(), macros.all());
    }
}

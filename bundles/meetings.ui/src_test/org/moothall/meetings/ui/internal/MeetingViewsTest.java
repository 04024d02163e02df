package org.moothall.meetings.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.meetings.ui.internal.MeetingViews.Only;
import org.moothall.meetings.ui.internal.MeetingViews.View;
import org.moothall.ui.UserSettings;

@NonNullByDefault({})
class MeetingViewsTest {

    private final Map<String, String> kept = new HashMap<>();
    private final UserSettings settings = new UserSettings() {
        @Override
        public Optional<String> find(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(String key, String value) {
            kept.put(key, value);
        }
    };

    @Test
    void aSavedViewIsThereAgainAfterARestart() {
        MeetingViews views = new MeetingViews(settings);
        views.chosen().set(new View("", "", Only.RECORDED));
        views.save("Board, recorded", "board");
        assertEquals("Board, recorded", views.chosen().get().label());
        assertEquals(List.of(new View("Board, recorded", "board", Only.RECORDED)), new MeetingViews(settings).saved());
    }

    @Test
    void aViewOfTheSameNameIsReplacedAndAForgottenOneIsGone() {
        MeetingViews views = new MeetingViews(settings);
        views.save("Mine", "one");
        views.save("Mine", "two");
        assertEquals(List.of("two"), views.saved().stream().map(View::text).toList());
        views.forget(views.saved().getFirst());
        assertEquals(View.ALL, views.chosen().get());
        assertEquals(List.of(), new MeetingViews(settings).saved());
    }

    @Test
    void namesAndTextsThatWouldBreakTheFileAreCleaned() {
        MeetingViews views = new MeetingViews(settings);
        views.save("a\tb\nc", "x\ty");
        assertEquals(List.of(new View("a b c", "x y", Only.ALL)), new MeetingViews(settings).saved());
    }

    @Test
    void whatTheSettingsHoldThatIsNoViewIsPassedOver() {
        kept.put("meetings.views", "nonsense\nName\tNEW_KIND\ttext\nGood\tLOCKED\t");
        assertEquals(List.of(new View("Good", "", Only.LOCKED)), new MeetingViews(settings).saved());
    }
}

package org.moothall.meetings.ui.internal;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Participant;
import org.moothall.ui.model.Formats;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Sheet;

/** What is about to happen to whom, before it happens. */
final class Previews {

    private static final int WIDTH = 440;
    private static final int NAMES = 12;

    private Previews() { }

    /** Before people are dropped. */
    static Sheet drop(Control over, Meeting meeting, List<Participant> people, Runnable go) {
        String whom = people.size() == 1 ? people.getFirst().name() : Formats.count(people.size(), "person", "people");
        Sheet sheet = new Sheet(over, "Drop " + whom + "?", WIDTH);
        say(sheet, "They leave “" + meeting.name() + "” at once. They can join again unless the meeting is locked.", Look.SURFACE);
        names(sheet, people);
        buttons(sheet, "Drop " + whom, "Keep", go);
        return sheet;
    }

    /** Before a meeting is ended. */
    static Sheet end(Control over, Meeting meeting, List<Participant> people, Runnable go) {
        Sheet sheet = new Sheet(over, "End “" + meeting.name() + "”?", WIDTH);
        say(sheet, people.isEmpty() ? "Nobody is in it now." : Formats.count(people.size(), "person is", "people are") + " in it now and will be dropped.", Look.SURFACE);
        if (meeting.recording() || meeting.streaming()) {
            say(sheet, meeting.recording() ? "The recording ends too." : "The stream ends too.", Look.SURFACE);
        }
        names(sheet, people);
        buttons(sheet, "End meeting", "Keep it going", go);
        return sheet;
    }

    private static void names(Sheet sheet, List<Participant> people) {
        people.stream().limit(NAMES).forEach(person -> say(sheet, person.name() + (person.presenting() ? " (presenting)" : ""), Look.STRONG));
        if (people.size() > NAMES) {
            say(sheet, "and " + (people.size() - NAMES) + " more", Look.MUTED);
        }
    }

    private static void say(Sheet sheet, String words, String look) {
        Label label = Look.style(new Label(sheet.body(), SWT.WRAP), look);
        label.setText(words.replace("&", "&&"));
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = WIDTH;
        label.setLayoutData(wide);
    }

    private static void buttons(Sheet sheet, String doIt, String keep, Runnable go) {
        ActionButton cancel = sheet.button(ActionButton.Kind.NORMAL, keep, sheet::close);
        sheet.button(ActionButton.Kind.DANGER, doIt, () -> {
            sheet.close();
            go.run();
        });
        sheet.open();
        cancel.setFocus();
    }
}

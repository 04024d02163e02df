package org.moothall.meetings.ui.internal;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Participant;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Sheet;

/** What is about to happen to whom, before it happens. */
final class Previews {

    private static final int WIDTH = 440;
    private static final int NAMES = 12;

    private Previews() {}

    /** Before people are dropped. */
    static Sheet drop(Control over, String meeting, List<Participant> people, Runnable go) {
        String whom = people.size() == 1 ? people.getFirst().name() : Texts.count("people", people.size());
        Sheet sheet = new Sheet(over, Texts.of("drop.title", whom), WIDTH);
        say(sheet, Texts.of("drop.text", meeting), Look.SURFACE);
        names(sheet, people);
        buttons(sheet, Texts.of("action.drop", whom), Texts.of("keep"), go);
        return sheet;
    }

    /** Before a meeting is ended. */
    static Sheet end(Control over, Meeting meeting, List<Participant> people, Runnable go) {
        Sheet sheet = new Sheet(over, Texts.of("end.title", meeting.name()), WIDTH);
        say(sheet, people.isEmpty() ? Texts.of("end.nobody") : Texts.count("end.text", people.size()), Look.SURFACE);
        if (meeting.recording() || meeting.streaming()) {
            say(sheet, Texts.of(meeting.recording() ? "end.recording" : "end.stream"), Look.SURFACE);
        }
        names(sheet, people);
        buttons(sheet, Texts.of("end.button"), Texts.of("end.keep"), go);
        return sheet;
    }

    /** Before several meetings are ended. */
    static Sheet endSeveral(Control over, List<Meeting> meetings, Runnable go) {
        String which = Texts.count("meetings", meetings.size());
        Sheet sheet = new Sheet(over, Texts.of("end.several.title", which), WIDTH);
        int people = meetings.stream().mapToInt(Meeting::participants).sum();
        say(sheet, people == 0 ? Texts.of("end.nobody") : Texts.count("end.text", people), Look.SURFACE);
        meetings.stream().limit(NAMES)
                .forEach(meeting -> say(sheet, Texts.of("end.several.one", meeting.name(), Texts.count("people", meeting.participants())), Look.STRONG));
        if (meetings.size() > NAMES) {
            say(sheet, Texts.of("more", meetings.size() - NAMES), Look.MUTED);
        }
        buttons(sheet, Texts.of("end.several.button", which), Texts.of("end.several.keep"), go);
        return sheet;
    }

    private static void names(Sheet sheet, List<Participant> people) {
        people.stream().limit(NAMES)
                .forEach(person -> say(sheet, person.presenting() ? Texts.of("presenting.name", person.name()) : person.name(), Look.STRONG));
        if (people.size() > NAMES) {
            say(sheet, Texts.of("more", people.size() - NAMES), Look.MUTED);
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

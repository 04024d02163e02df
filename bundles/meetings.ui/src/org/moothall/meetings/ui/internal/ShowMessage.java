package org.moothall.meetings.ui.internal;

import org.eclipse.swt.widgets.Control;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.OperatorActions.Message;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.Sheet;
import org.moothall.ui.widgets.TextField;

/** Asks for a text to show on everybody's screen. */
final class ShowMessage {
    private ShowMessage() {}

    static void open(Control over, Meeting meeting, MeetingCommands commands) {
        Value<String> text = new Value<>("");
        Value<String> seconds = new Value<>("30");
        Sheet sheet = new Sheet(over, Texts.of("message.title", meeting.name()), Forms.WIDTH);
        TextField first = Forms.text(sheet.body(), Texts.of("message.text"), "", Texts.of("message.text.help"), text);
        TextField time = Forms.text(sheet.body(), Texts.of("message.seconds"), "", Texts.of("message.seconds.help"), seconds);
        sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), sheet::close);
        sheet.button(ActionButton.Kind.NORMAL, Texts.of("message.away"), () -> {
            sheet.close();
            commands.message(meeting, new Message("", null, null));
        });
        ActionButton show = sheet.button(ActionButton.Kind.PRIMARY, Texts.of("message.show"), () -> {
            sheet.close();
            commands.message(meeting, new Message(text.get().strip(), null, seconds.get().isBlank() ? null : Integer.valueOf(seconds.get().strip())));
        });
        Runnable check = () -> {
            boolean number = seconds.get().isBlank() || seconds.get().strip().matches("[1-9]\\d{0,4}");
            time.wrong(!number);
            show.setEnabled(number && !text.get().isBlank());
        };
        text.onChange(typed -> check.run());
        seconds.onChange(typed -> check.run());
        check.run();
        sheet.open();
        first.setFocus();
    }
}

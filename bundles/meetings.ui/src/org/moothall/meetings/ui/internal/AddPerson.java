package org.moothall.meetings.ui.internal;

import org.eclipse.swt.widgets.Control;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.OperatorActions.NewParticipant;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.Sheet;
import org.moothall.ui.widgets.TextField;

/** Asks whom to call into a meeting. @spec admin-guide §4 */
final class AddPerson {
    private final Value<String> address = new Value<>("");
    private final Value<String> name = new Value<>("");
    private final Value<Boolean> muted = new Value<>(false);
    private final Value<Boolean> activator = new Value<>(false);

    private AddPerson() {}

    static void open(Control over, Meeting meeting, MeetingCommands commands) {
        AddPerson form = new AddPerson();
        Sheet sheet = new Sheet(over, Texts.of("add.title", meeting.name()), Forms.WIDTH);
        TextField first = Forms.text(sheet.body(), Texts.of("add.address"), Texts.of("add.address.example"), Texts.of("add.address.help"), form.address);
        Forms.text(sheet.body(), Texts.of("add.name"), "", Texts.of("add.name.help"), form.name);
        Forms.check(sheet.body(), Texts.of("add.muted"), form.muted);
        Forms.check(sheet.body(), Texts.of("add.activator"), form.activator);
        sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), sheet::close);
        ActionButton[] call = new ActionButton[1];
        call[0] = sheet.button(ActionButton.Kind.PRIMARY, Texts.of("add.call"), () -> form.call(sheet, call[0], meeting, commands));
        call[0].setEnabled(false);
        form.address.onChange(typed -> call[0].setEnabled(!typed.isBlank()));
        sheet.open();
        first.setFocus();
    }

    private void call(Sheet sheet, ActionButton button, Meeting meeting, MeetingCommands commands) {
        button.setEnabled(false);
        sheet.problem("");
        Control over = button;
        commands.add(meeting.id(), new NewParticipant(address.get().strip(), name.get().isBlank() ? null : name.get().strip(), null, null,
                activator.get() ? Boolean.TRUE : null, muted.get() ? Boolean.TRUE : null, null, null))
                .whenComplete((done, failure) -> over.getDisplay().asyncExec(() -> {
                    if (failure == null) {
                        sheet.close();
                    } else if (!sheet.isClosed()) {
                        sheet.problem(FailureWords.of(failure));
                        button.setEnabled(true);
                    }
                }));
    }
}

package org.moothall.meetings.ui.internal;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.moothall.client.SettingsClient;
import org.moothall.client.SettingsClient.CdrSettings;
import org.moothall.ui.Notices;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.TextField;

/** Under which address Call Bridges send their records; what is wrong with it only the server can tell. For the UI thread only. */
final class CdrSection {
    private final Composite body;
    private final SettingsClient settings;
    private final Executor ui;
    private final Notices notices;
    private final Value<String> address = new Value<>("");
    private final TextField field;
    private final Label wrong;
    private final ActionButton save;
    private String saved = "";

    private CdrSection(Composite parent, SettingsClient settings, Executor ui, Notices notices) {
        this.settings = settings;
        this.ui = ui;
        this.notices = notices;
        body = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = Look.MARGIN;
        layout.marginHeight = 16;
        layout.verticalSpacing = 8;
        body.setLayout(layout);
        body.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        Forms.say(body, Texts.of("settings.cdr"), Look.TITLE);
        Forms.say(body, Texts.of("settings.cdr.text"), Look.MUTED);
        field = Forms.text(body, Texts.of("settings.cdr.address"), Texts.of("settings.cdr.address.example"), Texts.of("settings.cdr.address.help"), address);
        wrong = Forms.say(body, "", Look.ERROR);
        save = ActionButton.of(body, ActionButton.Kind.PRIMARY, Texts.of("settings.cdr.save"), this::save);
        save.setEnabled(false);
        address.onChange(typed -> save.setEnabled(!typed.strip().equals(saved)));
    }

    static void create(Composite parent, SettingsClient settings, Executor ui, Notices notices) {
        CdrSection section = new CdrSection(parent, settings, ui, notices);
        section.tell(settings.cdr(), false);
    }

    private void save() {
        save.setEnabled(false);
        String wanted = address.get().strip();
        tell(settings.changeCdr(new CdrSettings(wanted.isEmpty() ? null : wanted)), true);
    }

    private void tell(CompletableFuture<CdrSettings> call, boolean saving) {
        call.whenCompleteAsync((now, failure) -> {
            field.wrong(failure != null);
            wrong.setText(failure == null ? "" : FailureWords.of(failure));
            if (failure == null) {
                saved = Objects.requireNonNullElse(now.address(), "");
                field.show(saved);
            }
            save.setEnabled(!address.get().strip().equals(saved));
            body.layout(true, true);
            if (failure == null && saving) {
                notices.done(Texts.of("settings.saved"));
            }
        }, ui);
    }
}

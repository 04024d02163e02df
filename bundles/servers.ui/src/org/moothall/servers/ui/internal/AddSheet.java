package org.moothall.servers.ui.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ProgressBar;
import org.moothall.servers.CallBridge;
import org.moothall.servers.DiscoveryOutcome;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.Sheet;
import org.moothall.ui.widgets.TextField;
import org.moothall.ui.widgets.TextSize;

/** The window of {@link AddServers}: a form, then a certificate where one is new, then what became of each bridge. */
final class AddSheet {

    private static final int TWO_LINES = 52;

    private final AddServers model;
    private final Sheet sheet;
    private final ActionButton back;
    private final ActionButton next;
    private @Nullable Composite content;

    private AddSheet(Control over, AddServers model) {
        this.model = model;
        sheet = new Sheet(over, "Add Call Bridges", Forms.WIDTH);
        back = sheet.button(ActionButton.Kind.NORMAL, "Cancel", this::goBack);
        next = sheet.button(ActionButton.Kind.PRIMARY, "Add Call Bridge", this::goOn);
    }

    static void open(Control over, AddServers model) {
        AddSheet opened = new AddSheet(over, model);
        model.step().watch(opened::show);
        opened.sheet.open();
        opened.sheet.onClose(model::back);
        opened.focus();
    }

    private void show(AddServers.Step step) {
        if (sheet.isClosed()) {
            return;
        }
        Composite old = content;
        if (old != null) {
            old.dispose();
        }
        Composite made = Look.style(new Composite(sheet.body(), SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        made.setLayout(layout);
        made.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        content = made;
        next.setEnabled(!(step instanceof AddServers.Step.Working));
        switch (step) {
            case AddServers.Step.Form form -> form(made, form.problem());
            case AddServers.Step.Working working -> working(made, working.what());
            case AddServers.Step.Certificate certificate -> certificate(made, certificate);
            case AddServers.Step.Results results -> results(made, results);
        }
        sheet.problem(step instanceof AddServers.Step.Form form ? form.problem() : "");
        sheet.fit();
        focus();
    }

    private void form(Composite parent, String problem) {
        Forms.say(parent, "One Call Bridge of a cluster is enough: the others are found through it.", Look.MUTED);
        TextField address = Forms.text(parent, "Server address", "cb1.example.org:443",
                        "Of its Web Admin interface. IPv6 in square brackets; port 443 unless you say another.", model.address());
        address.wrong(!problem.isEmpty() && model.address().get().isBlank());
        credentials(parent, "An account with the API role, best one of its own for this product.");
        Forms.text(parent, "Display name (optional)", "As the server names itself", "Make it tell operators where the server is.", model.name());
        Forms.text(parent, "Cluster name (optional)", "As the first Call Bridge", "", model.clusterName());
        Forms.check(parent, "Add the rest of its cluster with the same user and password", model.rest());
        Forms.check(parent, "See and run this cluster's meetings here", model.manage());
        words("Cancel", "Add");
    }

    private void credentials(Composite parent, String help) {
        Forms.text(parent, "User", "", "", model.user());
        TextField password = Forms.password(parent, "Password", help, model.password());
        password.text().addListener(SWT.DefaultSelection, e -> goOn());
    }

    private void working(Composite parent, String what) {
        Forms.say(parent, what, Look.SURFACE);
        ProgressBar progress = new ProgressBar(parent, SWT.INDETERMINATE);
        progress.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        words("Cancel", "Add");
    }

    private void certificate(Composite parent, AddServers.Step.Certificate step) {
        Forms.say(parent, "Is this the certificate of " + step.address() + "?", Look.STRONG);
        Forms.say(parent, "No authority that the server trusts vouches for it. Compare the fingerprint with the one on the Call Bridge; from then on exactly this "
                + "certificate is accepted.", Look.MUTED);
        List<Fact> facts = CertificateFacts.of(step.shown());
        facts(parent, facts);
        words("Back", "It is the same: trust it");
    }

    static void facts(Composite parent, List<Fact> facts) {
        Drawn drawn = new Drawn(parent, Tone.SURFACE, Forms.WIDTH, facts.size() * Fact.LINE, (pen, area) -> Fact.paint(pen, area, facts));
        drawn.named(Fact.spoken(facts));
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    private void results(Composite parent, AddServers.Step.Results results) {
        long added = results.outcomes().stream().filter(DiscoveryOutcome::added).count();
        Forms.say(parent, results.complete() ? "All of the cluster is added." : added == 0 ? Formats.count(results.outcomes().size(),
                        "Call Bridge of the cluster is", "Call Bridges of the cluster are") + " not added yet." : added + " of "
                        + results.outcomes().size() + " are added.", Look.STRONG);
        for (DiscoveryOutcome outcome : results.outcomes()) {
            Drawn row = new Drawn(parent, Tone.SURFACE, Forms.WIDTH, outcome.added() ? Look.ROW : TWO_LINES, (pen, area) -> outcome(pen, area, outcome));
            row.named(outcome.address() + " " + words(outcome));
            row.setToolTipText(words(outcome));
            row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        }
        if (results.complete()) {
            words("", "Done");
        } else {
            Forms.say(parent, "Add the others with their own user and password, or leave both empty for those of the cluster.", Look.MUTED);
            credentials(parent, "");
            words("Close", "Add the others");
        }
    }

    private static void outcome(Pen pen, Rectangle area, DiscoveryOutcome outcome) {
        pen.status(outcome.added() ? Status.OK : outcome.problem() == null ? Status.UNKNOWN : Status.ERROR, new Rectangle(0, 0, 16, Look.ROW));
        int width = pen.text(outcome.address(), new Rectangle(24, 0, area.width - 24, Look.ROW), Tone.TEXT, TextSize.STRONG, SWT.LEFT);
        if (outcome.added()) {
            pen.text(words(outcome), new Rectangle(36 + width, 0, Math.max(0, area.width - 36 - width), Look.ROW), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        } else {
            pen.text(words(outcome), new Rectangle(24, Look.ROW - 8, area.width - 24, 24), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        }
    }

    private static String words(DiscoveryOutcome outcome) {
        DiscoveryOutcome.@Nullable Failure problem = outcome.problem();
        @Nullable CallBridge bridge = outcome.callBridge();
        return problem != null ? problem.detail() : bridge == null ? "Not added yet" : "Added as " + bridge.name();
    }

    private void words(String backwards, String onwards) {
        back.setVisible(!backwards.isEmpty());
        back.text(backwards);
        next.text(onwards);
    }

    private void goOn() {
        switch (model.step().get()) {
            case AddServers.Step.Form form -> model.submit();
            case AddServers.Step.Certificate certificate -> model.confirm();
            case AddServers.Step.Results results -> {
                if (results.complete()) {
                    sheet.close();
                } else {
                    model.retry();
                }
            }
            case AddServers.Step.Working working -> { } // its button is off
        }
    }

    private void goBack() {
        switch (model.step().get()) {
            case AddServers.Step.Form form -> sheet.close();
            case AddServers.Step.Results results -> sheet.close();
            case AddServers.Step.Certificate certificate -> model.back();
            case AddServers.Step.Working working -> model.back();
        }
    }

    private void focus() {
        Composite shown = content;
        if (shown != null && model.step().get() instanceof AddServers.Step.Form) {
            shown.setFocus();
        } else {
            next.setFocus();
        }
    }
}

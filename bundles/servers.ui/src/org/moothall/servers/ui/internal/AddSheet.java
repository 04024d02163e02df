package org.moothall.servers.ui.internal;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.moothall.servers.ui.internal.AddServers.Phase;
import org.moothall.servers.ui.internal.AddServers.Step;
import org.moothall.ui.Notices;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.ProgressLine;
import org.moothall.ui.widgets.Sheet;
import org.moothall.ui.widgets.StepList;
import org.moothall.ui.widgets.TextField;

/**
 * The wizard of {@link AddServers}: a form, then a certificate where one is new, then what became of each bridge. It can be closed at
 * any time: what was typed is kept, and what is under way goes on and is told in the operations drawer.
 */
final class AddSheet {
    private final AddServers model;
    private final Notices notices;
    private final Runnable ended;
    private final Sheet sheet;
    private final ActionButton back;
    private final ActionButton next;
    private @Nullable Composite content;

    private AddSheet(Control over, AddServers model, Notices notices, Runnable ended) {
        this.model = model;
        this.notices = notices;
        this.ended = ended;
        sheet = Sheet.wizard(over, Texts.of("add.title"), Forms.WIDTH);
        back = sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), this::goBack);
        next = sheet.button(ActionButton.Kind.PRIMARY, Texts.of("add"), this::goOn);
    }

    /** @param ended runs when there is nothing to resume */
    static void open(Control over, AddServers model, Notices notices, Runnable ended) {
        AddSheet opened = new AddSheet(over, model, notices, ended);
        Subscription showing = model.step().watch(opened::show);
        opened.sheet.open();
        opened.sheet.onClose(() -> {
            showing.close();
            opened.left();
        });
        opened.focus();
    }

    private void left() {
        if (model.step().get() instanceof Step.Working working) {
            AddingBehind.follow(model, notices, ended, working.what());
        } else if (model.step().get() instanceof Step.Results) {
            ended.run();
        }
    }

    private void show(Step step) {
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
        GridData high = new GridData(SWT.FILL, SWT.FILL, true, true);
        high.heightHint = step instanceof Step.Form ? SWT.DEFAULT : 320;
        made.setLayoutData(high);
        content = made;
        sheet.steps(steps(step));
        next.setEnabled(!(step instanceof Step.Working));
        switch (step) {
            case Step.Form form -> form(made, form.problem());
            case Step.Working working -> working(made, working.what());
            case Step.Certificate certificate -> certificate(made, certificate);
            case Step.Results results -> results(made, results);
        }
        sheet.problem(step instanceof Step.Form form ? form.problem() : "");
        sheet.fit();
        focus();
    }

    private List<StepList.Step> steps(Step step) {
        Phase now = switch (step) {
            case Step.Form form -> Phase.BRIDGE;
            case Step.Working working -> working.phase();
            case Step.Certificate certificate -> Phase.CERTIFICATE;
            case Step.Results results -> Phase.CLUSTER;
        };
        return List.of(new StepList.Step(Texts.of("add.step.bridge"), state(Phase.BRIDGE, now, step)),
                new StepList.Step(Texts.of("add.step.certificate"), state(Phase.CERTIFICATE, now, step)),
                new StepList.Step(Texts.of("add.step.cluster"), state(Phase.CLUSTER, now, step)));
    }

    private StepList.State state(Phase phase, Phase now, Step step) {
        if (phase == now) {
            return switch (step) {
                case Step.Form form -> form.problem().isEmpty() ? StepList.State.NOW : StepList.State.FAILED;
                case Step.Working working -> StepList.State.WORKING;
                case Step.Certificate certificate -> StepList.State.NOW;
                case Step.Results results -> results.complete() ? StepList.State.DONE : StepList.State.FAILED;
            };
        }
        return switch (phase) {
            case BRIDGE -> model.bridgeAdded() ? StepList.State.DONE : StepList.State.WORKING;
            case CERTIFICATE -> model.certificateSeen() ? StepList.State.DONE : now == Phase.CLUSTER ? StepList.State.SKIPPED : StepList.State.LATER;
            case CLUSTER -> StepList.State.LATER;
        };
    }

    private void form(Composite parent, String problem) {
        Forms.say(parent, Texts.of("add.one-is-enough"), Look.MUTED);
        TextField address = Forms.text(parent, Texts.of("field.address"), Texts.of("field.address.example"), Texts.of("field.address.help"), model.address());
        address.wrong(!problem.isEmpty() && model.address().get().isBlank());
        credentials(parent, Texts.of("field.password.help"));
        Forms.text(parent, Texts.of("add.name"), Texts.of("add.name.example"), Texts.of("add.name.help"), model.name());
        Forms.text(parent, Texts.of("add.cluster-name"), Texts.of("add.cluster-name.example"), "", model.clusterName());
        Forms.check(parent, Texts.of("add.rest"), model.rest());
        Forms.check(parent, Texts.of("field.manage"), model.manage());
        words(Texts.of("cancel"), Texts.of("add"));
    }

    private void credentials(Composite parent, String help) {
        Forms.text(parent, Texts.of("bridge.user"), "", "", model.user());
        TextField password = Forms.password(parent, Texts.of("field.password"), help, model.password());
        password.text().addListener(SWT.DefaultSelection, e -> goOn());
    }

    private void working(Composite parent, String what) {
        Forms.say(parent, what, Look.SURFACE);
        ProgressLine progress = new ProgressLine(parent, what);
        progress.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Forms.say(parent, Texts.of("add.may-close"), Look.SMALL_MUTED);
        words(Texts.of("cancel"), Texts.of("add"));
    }

    private void certificate(Composite parent, Step.Certificate step) {
        Forms.say(parent, Texts.of("certificate.question", step.address()), Look.STRONG);
        Forms.say(parent, Texts.of("certificate.compare"), Look.MUTED);
        facts(parent, CertificateFacts.of(step.shown()));
        words(Texts.of("back"), Texts.of("certificate.trust"));
    }

    static void facts(Composite parent, List<Fact> facts) {
        Drawn drawn = new Drawn(parent, Tone.SURFACE, Forms.WIDTH, facts.size() * Fact.LINE, (pen, area) -> Fact.paint(pen, area, facts));
        drawn.named(Fact.spoken(facts));
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    private void results(Composite parent, Step.Results results) {
        OutcomeRows.fill(parent, results);
        if (results.complete()) {
            words("", Texts.of("done"));
        } else {
            Forms.say(parent, Texts.of("add.others"), Look.MUTED);
            credentials(parent, "");
            words(Texts.of("close"), Texts.of("add.others.button"));
        }
    }

    private void words(String backwards, String onwards) {
        back.setVisible(!backwards.isEmpty());
        back.text(backwards);
        next.text(onwards);
    }

    private void goOn() {
        switch (model.step().get()) {
            case Step.Form form -> model.submit();
            case Step.Certificate certificate -> model.confirm();
            case Step.Results results -> {
                if (results.complete()) {
                    sheet.close();
                } else {
                    model.retry();
                }
            }
            case Step.Working working -> {} // its button is off
        }
    }

    private void goBack() {
        switch (model.step().get()) {
            case Step.Form form -> {
                ended.run();
                sheet.close();
            }
            case Step.Results results -> sheet.close();
            case Step.Certificate certificate -> model.back();
            case Step.Working working -> model.back();
        }
    }

    private void focus() {
        Composite shown = content;
        if (shown != null && model.step().get() instanceof Step.Form) {
            shown.setFocus();
        } else {
            next.setFocus();
        }
    }
}

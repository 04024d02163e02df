package org.moothall.workbench.internal;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.moothall.core.PeerCertificate;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.TextField;
import org.moothall.ui.widgets.TextSize;

/** The first page: server, user, password; and the server's certificate when it is seen for the first time. */
public final class SignInPart {
    private static final int WIDTH = 384;

    private final SignInModel model;
    private final LaunchOptions options;
    private @Nullable Composite card;
    private @Nullable TextField server;
    private @Nullable TextField user;
    private @Nullable TextField password;

    /** Injected. */
    @Inject
    public SignInPart(SignInModel model, LaunchOptions options) {
        this.model = model;
        this.options = options;
    }

    /** Builds it. */
    @PostConstruct
    public void create(Composite parent) {
        Composite page = Look.style(new Composite(parent, SWT.NONE), Look.CHROME);
        page.setLayout(new GridLayout(1, false));
        Composite body = Look.style(new Composite(page, SWT.NONE), Look.CHROME);
        GridData centre = new GridData(SWT.CENTER, SWT.CENTER, true, true);
        body.setLayoutData(centre);
        body.setLayout(new StackLayout());
        card = body;
        model.step().watch(step -> show(body, step));
        model.prepare(options);
    }

    /** The first empty field. */
    @Focus
    public void focus() {
        focusEmpty();
    }

    private void show(Composite body, SignInModel.Step step) {
        if (body.isDisposed()) {
            return;
        }
        for (Control child : body.getChildren()) {
            child.dispose();
        }
        Composite content = Look.style(new Composite(body, SWT.NONE), Look.CHROME);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.verticalSpacing = 6;
        content.setLayout(layout);
        if (body.getLayout() instanceof StackLayout stack) {
            stack.topControl = content;
        }
        brand(content);
        switch (step) {
            case SignInModel.Step.Form form -> form(content, form.problem(), false);
            case SignInModel.Step.Working working -> form(content, working.what(), true);
            case SignInModel.Step.Confirm confirm -> confirm(content, confirm);
        }
        body.getParent().layout(true, true);
        focusEmpty();
    }

    private static void brand(Composite parent) {
        Drawn brand = new Drawn(parent, Tone.CHROME, WIDTH, 56, (pen, area) -> {
            pen.icon(Icon.MARK, new Rectangle(0, 0, 32, area.height), Tone.ACCENT, 32);
            pen.text(Texts.of("product"), new Rectangle(44, 0, area.width - 44, area.height), Tone.TEXT, TextSize.TITLE, SWT.LEFT);
        });
        brand.named(Texts.of("product"));
        brand.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    }

    private void form(Composite parent, String words, boolean working) {
        server = field(TextField.plain(labelled(parent, "server"), Texts.of("server"), Texts.of("server.example")), model.server());
        user = field(TextField.plain(labelled(parent, "user"), Texts.of("user"), ""), model.user());
        password = field(TextField.password(labelled(parent, "password"), Texts.of("password")), model.password());
        Label told = Look.style(new Label(parent, SWT.WRAP), working ? Look.MUTED : Look.ERROR);
        Look.style(told, working ? "muted on-chrome" : "error on-chrome");
        told.setText(words);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        wide.widthHint = WIDTH;
        wide.heightHint = words.isEmpty() ? 0 : SWT.DEFAULT;
        told.setLayoutData(wide);
        ActionButton button = ActionButton.of(parent, working ? ActionButton.Kind.NORMAL : ActionButton.Kind.PRIMARY, Texts.of(working ? "cancel" : "sign-in"),
                working ? model::cancel : model::signIn);
        GridData full = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        full.verticalIndent = 10;
        full.heightHint = 36;
        button.setLayoutData(full);
    }

    private static Composite labelled(Composite parent, String key) {
        Label name = Look.style(new Label(parent, SWT.NONE), "strong on-chrome");
        name.setText(Texts.of(key));
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        data.verticalIndent = 6;
        name.setLayoutData(data);
        return parent;
    }

    private TextField field(TextField field, Value<String> value) {
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        wide.widthHint = WIDTH;
        wide.heightHint = 36;
        field.setLayoutData(wide);
        field.show(value.get());
        field.value().onChange(value::set);
        field.text().addListener(SWT.DefaultSelection, e -> model.signIn());
        return field;
    }

    private void confirm(Composite parent, SignInModel.Step.Confirm step) {
        PeerCertificate shown = step.certificate();
        text(parent, "title on-chrome", Texts.of(step.changed() ? "certificate.changed" : "certificate.new"));
        text(parent, "muted on-chrome", Texts.of(step.changed() ? "certificate.changed.text" : "certificate.new.text"));
        fact(parent, Texts.of("server"), model.server().get());
        fact(parent, Texts.of("certificate.subject"), shown.subject());
        fact(parent, Texts.of("certificate.issuer"), shown.issuer().equals(shown.subject()) ? Texts.of("certificate.itself") : shown.issuer());
        fact(parent, Texts.of("certificate.names"), shown.names().isEmpty() ? Texts.of("none") : String.join(", ", shown.names()));
        fact(parent, Texts.of("certificate.valid"), Texts.of(shown.notAfter().isBefore(Instant.now()) ? "certificate.expired" : "certificate.from-to",
                Formats.local().date(shown.notBefore()), Formats.local().date(shown.notAfter())));
        fact(parent, Texts.of("certificate.fingerprint"), fingerprint(shown.sha256()));
        ActionButton back = ActionButton.of(parent, ActionButton.Kind.NORMAL, Texts.of("back"), model::cancel);
        GridData left = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        left.verticalIndent = 16;
        back.setLayoutData(left);
        ActionButton trust = ActionButton.of(parent, ActionButton.Kind.PRIMARY, Texts.of("certificate.trust"), model::confirm);
        GridData right = new GridData(SWT.RIGHT, SWT.CENTER, true, false);
        right.verticalIndent = 16;
        trust.setLayoutData(right);
    }

    private static void text(Composite parent, String look, String words) {
        Label label = Look.style(new Label(parent, SWT.WRAP), look);
        label.setText(words);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        wide.widthHint = 520;
        wide.verticalIndent = 4;
        label.setLayoutData(wide);
    }

    private static void fact(Composite parent, String name, String value) {
        Label label = Look.style(new Label(parent, SWT.NONE), "muted on-chrome");
        label.setText(name);
        GridData top = new GridData(SWT.LEFT, SWT.TOP, false, false);
        top.widthHint = 88;
        top.verticalIndent = 6;
        label.setLayoutData(top);
        Label text = Look.style(new Label(parent, SWT.WRAP), "on-chrome");
        text.setText(value);
        GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
        wide.widthHint = 424;
        wide.verticalIndent = 6;
        text.setLayoutData(wide);
    }

    /** In groups of two digits, on two lines of sixteen. */
    static String fingerprint(String sha256) {
        String pairs = sha256.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
        return pairs.length() > 48 ? pairs.substring(0, 48) + "\n" + pairs.substring(48) : pairs;
    }

    private void focusEmpty() {
        for (TextField field : new @Nullable TextField[] {server, user, password}) {
            if (field != null && !field.isDisposed() && (field.value().get().isEmpty() || field == password)) {
                field.setFocus();
                return;
            }
        }
        Composite body = card;
        if (body != null && !body.isDisposed()) {
            body.setFocus();
        }
    }
}

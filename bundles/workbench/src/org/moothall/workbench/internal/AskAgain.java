package org.moothall.workbench.internal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.moothall.client.SignInAgain;
import org.moothall.core.Credentials;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.ui.UiThread;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.TextField;

/** Asks for the password in front of the pages when the session has ended, so that nothing typed is lost. */
final class AskAgain implements SignInAgain {
    private final UiThread ui;

    AskAgain(UiThread ui) {
        this.ui = ui;
    }

    @Override
    public CompletableFuture<Optional<Credentials>> credentials(String user, @Nullable Problem refused) {
        CompletableFuture<Optional<Credentials>> answer = new CompletableFuture<>();
        ui.execute(() -> open(user, refused, answer));
        return answer;
    }

    private static void open(String user, @Nullable Problem refused, CompletableFuture<Optional<Credentials>> answer) {
        Shell parent = front();
        Shell dialog = Look.style(new Shell(parent, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL), Look.SURFACE);
        dialog.setText(Texts.of("again.title"));
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = Look.MARGIN;
        layout.marginHeight = Look.MARGIN;
        layout.verticalSpacing = 12;
        dialog.setLayout(layout);
        label(dialog, Look.STRONG, Texts.of("again.ended"));
        label(dialog, Look.MUTED, Texts.of(refused == null ? "again.ask" : "again.refused", user));
        TextField password = TextField.password(dialog, Texts.of("password"));
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        wide.widthHint = 360;
        password.setLayoutData(wide);
        Runnable go = () -> {
            answer.complete(Optional.of(new Credentials(user, Secret.of(password.value().get()))));
            dialog.close();
        };
        password.text().addListener(SWT.DefaultSelection, e -> go.run());
        ActionButton cancel = ActionButton.of(dialog, ActionButton.Kind.NORMAL, Texts.of("again.not-now"), dialog::close);
        cancel.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, true, false));
        ActionButton.of(dialog, ActionButton.Kind.PRIMARY, Texts.of("sign-in"), go);
        dialog.addListener(SWT.Dispose, e -> answer.complete(Optional.empty()));
        dialog.pack();
        dialog.setLocation(parent.getLocation().x + (parent.getSize().x - dialog.getSize().x) / 2, parent.getLocation().y + 160);
        dialog.open();
        password.setFocus();
    }

    /** The window in front, so that the question is not hidden behind a sheet. */
    private static Shell front() {
        Display display = Display.getCurrent();
        @Nullable Shell active = display.getActiveShell();
        return active == null ? display.getShells()[0] : active;
    }

    private static void label(Composite parent, String look, String text) {
        Label label = Look.style(new Label(parent, SWT.WRAP), look);
        label.setText(text);
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    }
}

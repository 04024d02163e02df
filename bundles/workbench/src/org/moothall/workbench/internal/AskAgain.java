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
        Shell parent = Display.getCurrent().getShells()[0];
        Shell dialog = Look.style(new Shell(parent, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL), Look.SURFACE);
        dialog.setText("Sign in again");
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = Look.MARGIN;
        layout.marginHeight = Look.MARGIN;
        layout.verticalSpacing = 12;
        dialog.setLayout(layout);
        label(dialog, Look.STRONG, "Your session has ended");
        label(dialog, Look.MUTED, refused == null ? "Enter the password of " + user + " to go on where you were."
                : "The password of " + user + " was refused. Check Caps Lock and try again.");
        TextField password = TextField.password(dialog, "Password");
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        wide.widthHint = 360;
        password.setLayoutData(wide);
        Runnable go = () -> {
            answer.complete(Optional.of(new Credentials(user, Secret.of(password.value().get()))));
            dialog.close();
        };
        password.text().addListener(SWT.DefaultSelection, e -> go.run());
        ActionButton cancel = ActionButton.of(dialog, ActionButton.Kind.NORMAL, "Not now", dialog::close);
        cancel.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, true, false));
        ActionButton.of(dialog, ActionButton.Kind.PRIMARY, "Sign in", go);
        dialog.addListener(SWT.Dispose, e -> answer.complete(Optional.empty()));
        dialog.pack();
        dialog.setLocation(parent.getLocation().x + (parent.getSize().x - dialog.getSize().x) / 2, parent.getLocation().y + 160);
        dialog.open();
        password.setFocus();
    }

    private static void label(Composite parent, String look, String text) {
        Label label = Look.style(new Label(parent, SWT.WRAP), look);
        label.setText(text);
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    }
}

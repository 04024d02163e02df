package org.moothall.ui.widgets;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;

/** Asks where a file is to be saved, by the desktop's own dialog, which also asks before it replaces one. For the UI thread only. */
public final class SaveDialog {
    private SaveDialog() {}

    /** Answers in place of the desktop's dialog, which no test can reach: set as the display's data under this type's name. */
    @FunctionalInterface
    public interface Answer {
        /** Where to save what would be called so; empty for not at all. */
        Optional<Path> where(String suggested);
    }

    /** Asks; empty when it was left without an answer. @param suggested name of the file */
    public static Optional<Path> ask(Control over, String suggested) {
        if (over.getDisplay().getData(Answer.class.getName()) instanceof Answer answer) {
            return answer.where(suggested);
        }
        FileDialog dialog = new FileDialog(over.getShell(), SWT.SAVE);
        dialog.setFileName(suggested);
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}

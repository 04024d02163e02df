package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.TextField;

/** The field for a time to look at, as people type times, and the line that says what is wrong with it. */
final class TimeField {
    private static final int WIDTH = 132;

    private final Composite strip;
    private final TextField field;

    /** First in a strip. @param typed is told what was typed, and the reader's zone, when Enter is pressed */
    TimeField(Composite strip, String name, String placeholder, Value<Optional<Instant>> at, BiConsumer<String, ZoneId> typed, Clock clock) {
        this.strip = strip;
        Formats formats = Formats.local();
        field = TextField.plain(strip, name, placeholder);
        GridData narrow = new GridData(SWT.LEFT, SWT.TOP, false, false);
        narrow.widthHint = WIDTH;
        field.setLayoutData(narrow);
        field.setToolTipText(Texts.of("past.field.hint"));
        field.text().addListener(SWT.DefaultSelection, e -> typed.accept(field.value().get(), ZoneId.systemDefault()));
        at.watch(now -> field.show(now.map(instant -> formats.second(instant, clock.instant())).orElse("")));
    }

    /** Below what is in the strip, which has so many columns: why the time cannot be shown. */
    void problems(Value<String> told, int columns) {
        Label problem = Look.style(new Label(strip, SWT.WRAP), Look.ERROR);
        GridData below = new GridData(SWT.FILL, SWT.CENTER, true, false, columns, 1);
        problem.setLayoutData(below);
        told.watch(words -> {
            field.wrong(!words.isEmpty());
            problem.setText(words);
            problem.setVisible(!words.isEmpty());
            below.exclude = words.isEmpty();
            problem.requestLayout();
        });
    }

    void setFocus() {
        field.setFocus();
    }
}

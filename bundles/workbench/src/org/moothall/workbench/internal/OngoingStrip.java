package org.moothall.workbench.internal;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.ui.Ongoing;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Tone;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.TextSize;

/** The strip above every page that tells what goes on and ends it. Nothing is there while nothing goes on. */
final class OngoingStrip implements Ongoing {
    private final Value<Optional<Shown>> shown = new Value<>(Optional.empty());

    private record Shown(Value<String> words, String action, Runnable end) {}

    @Override
    public Subscription show(Value<String> words, String action, Runnable end) {
        Shown made = new Shown(words, action, end);
        shown.set(Optional.of(made));
        return () -> {
            if (shown.get().equals(Optional.of(made))) {
                shown.set(Optional.empty());
            }
        };
    }

    /** Builds it, hidden. */
    void create(Composite parent) {
        Composite strip = Look.style(new Composite(parent, SWT.NONE), Tone.WARNING_SURFACE.css());
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = Look.MARGIN;
        layout.marginHeight = 4;
        strip.setLayout(layout);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
        data.exclude = true;
        strip.setLayoutData(data);
        strip.setVisible(false);
        Drawn line = new Drawn(strip, Tone.WARNING_SURFACE, 200, Look.CONTROL, (pen, area) -> {
            pen.icon(Icon.RECORDING, new Rectangle(0, 0, 20, area.height), Tone.ERROR, 20);
            pen.text(words(), new Rectangle(32, 0, area.width - 32, area.height), Tone.TEXT, TextSize.STRONG, SWT.LEFT);
        });
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        ActionButton button = ActionButton.of(strip, ActionButton.Kind.NORMAL, "", () -> shown.get().ifPresent(now -> now.end.run()));
        Subscription[] following = {() -> {}};
        shown.onChange(now -> {
            following[0].close();
            if (strip.isDisposed()) {
                return;
            }
            following[0] = now.map(one -> one.words.watch(words -> say(line, words))).orElse(() -> {});
            now.ifPresent(one -> button.text(one.action));
            data.exclude = now.isEmpty();
            strip.setVisible(now.isPresent());
            strip.getShell().layout(true, true);
        });
    }

    private String words() {
        return shown.get().map(now -> now.words.get()).orElse("");
    }

    private static void say(Drawn line, String words) {
        if (!line.isDisposed()) {
            line.setData("org.moothall.name", words);
            line.setToolTipText(words);
            line.redraw();
        }
    }
}

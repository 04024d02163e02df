package org.moothall.workbench.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.Banner;
import org.moothall.ui.widgets.Look;

/** Tells that the connection is lost, and how old what is shown is; the pages are drawn weaker meanwhile. */
final class LostBanner {
    private static final int TICK_MILLIS = 5_000;

    private final Banner banner;
    private @Nullable Pulse pulse;
    private Subscription following = () -> {};

    private LostBanner(Composite parent) {
        banner = new Banner(parent);
        banner.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        banner.hide();
    }

    static void create(Composite parent, Value<Optional<Pulse>> pulses) {
        LostBanner made = new LostBanner(parent);
        pulses.watch(made::follow);
    }

    private void follow(Optional<Pulse> now) {
        following.close();
        pulse = now.isPresent() ? now.get() : null;
        following = now.map(p -> p.lostSince().onChange(since -> show())).orElse(() -> {});
        show();
    }

    private void show() {
        if (banner.isDisposed()) {
            return;
        }
        Pulse known = pulse;
        Optional<Instant> since = known == null ? Optional.empty() : known.lostSince().get();
        Look look = Look.of(banner);
        boolean changed = look.stale() != since.isPresent();
        look.stale(since.isPresent());
        if (since.isPresent() && known != null) {
            banner.show(Status.WARNING,
                    Texts.of("lost", Formats.local().time(since.get(), known.now()), Formats.age(Duration.between(since.get(), known.now()))));
            banner.getDisplay().timerExec(TICK_MILLIS, this::show);
        } else {
            banner.hide();
        }
        if (changed) {
            banner.getShell().layout(true, true);
            look.repaint();
        }
    }
}

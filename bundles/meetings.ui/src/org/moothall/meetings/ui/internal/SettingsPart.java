package org.moothall.meetings.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.client.Client;
import org.moothall.client.SettingsClient.FollowingSettings;
import org.moothall.client.SettingsClient.HistorySettings;
import org.moothall.meetings.Quality.Thresholds;
import org.moothall.ui.Notices;
import org.moothall.ui.UiThread;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Gate;
import org.moothall.ui.widgets.DisplayLater;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.PageHeader;

/** Settings of the server that concern meetings: for how long history is kept, from when on a connection is bad. */
public final class SettingsPart {
    /** The page's address. */
    static final String KEY = "settings";
    private static final int YEARS = 3_650;
    private static final int MINUTE = 60_000;

    private final Client client;
    private final Notices notices;
    private final UserSettings settings;
    private final Gate gate;
    private @Nullable Composite page;

    /** Injected. */
    @Inject
    public SettingsPart(Client client, Notices notices, UiThread ui, UserSettings settings) {
        this.client = client;
        this.notices = notices;
        this.settings = settings;
        gate = new Gate(ui);
    }

    /** Builds the page and reads what is set. */
    @PostConstruct
    public void create(Composite parent) {
        Composite made = PageHeader.page(parent);
        page = made;
        new PageHeader(made, Texts.of("settings.title"));
        ScrolledComposite scroll = Look.style(new ScrolledComposite(made, SWT.V_SCROLL), Look.SURFACE);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        Composite body = Look.style(new Composite(scroll, SWT.NONE), Look.SURFACE);
        body.setLayout(Grids.column());
        scroll.setContent(body);
        history(body);
        quality(body);
        following(body);
        CdrSection.create(body, client.settings(), gate, notices);
        Composite deliveries = Look.style(new Composite(body, SWT.NONE), Look.SURFACE);
        GridLayout edge = Grids.column();
        edge.marginWidth = Look.MARGIN;
        edge.marginHeight = 16;
        deliveries.setLayout(edge);
        deliveries.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        new DeliveryTable(deliveries, client.settings(), settings, gate, new DisplayLater(made.getDisplay()));
        scroll.setMinHeight(body.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }

    private void history(Composite body) {
        List<SettingsSection<HistorySettings>> self = new ArrayList<>();
        SettingsSection<HistorySettings> section = new SettingsSection<>(body, "settings.history",
                List.of(new SettingsSection.Number("keep-days", 1, YEARS, true)),
                settings -> List.of((double) settings.keepDays()),
                numbers -> tell(self.getFirst(), client.settings().changeHistory(new HistorySettings(numbers.getFirst().intValue())), true));
        self.add(section);
        tell(section, client.settings().history(), false);
    }

    private void quality(Composite body) {
        List<SettingsSection<Thresholds>> self = new ArrayList<>();
        SettingsSection<Thresholds> section = new SettingsSection<>(body, "settings.quality", List.of(new SettingsSection.Number("loss", 0, 100, false),
                new SettingsSection.Number("jitter", 0, MINUTE, true), new SettingsSection.Number("round-trip", 0, MINUTE, true),
                new SettingsSection.Number("for", 0, 3_600, true), new SettingsSection.Number("every", 1, 300, true)),
                SettingsPart::numbers, numbers -> tell(self.getFirst(), client.quality().changeThresholds(thresholds(numbers)), true));
        self.add(section);
        tell(section, client.quality().thresholds(), false);
    }

    private void following(Composite body) {
        List<SettingsSection<FollowingSettings>> self = new ArrayList<>();
        SettingsSection<FollowingSettings> section = new SettingsSection<>(body, "settings.following",
                List.of(new SettingsSection.Number("requests", 1, 1_000, true)),
                settings -> List.of((double) settings.requestsPerSecond()),
                numbers -> tell(self.getFirst(), client.settings().changeFollowing(new FollowingSettings(numbers.getFirst().intValue())), true));
        self.add(section);
        tell(section, client.settings().following(), false);
    }

    private static List<Double> numbers(Thresholds of) {
        return List.of(of.lossPercent(), (double) of.jitterMilliseconds(), (double) of.roundTripMilliseconds(), (double) of.forSeconds(),
                (double) of.everySeconds());
    }

    private static Thresholds thresholds(List<Double> of) {
        return new Thresholds(of.get(0), of.get(1).intValue(), of.get(2).intValue(), of.get(3).intValue(), of.get(4).intValue());
    }

    private <T> void tell(SettingsSection<T> section, CompletableFuture<T> call, boolean saving) {
        call.whenCompleteAsync((settings, failure) -> {
            if (failure != null) {
                section.failed(FailureWords.of(failure));
                return;
            }
            section.show(settings);
            if (saving) {
                notices.done(Texts.of("settings.saved"));
            }
        }, gate);
    }

    /** The first field. */
    @Focus
    public void focus() {
        Composite made = page;
        if (made != null) {
            made.setFocus();
        }
    }

    /** Answers that come later are dropped. */
    @PreDestroy
    void dispose() {
        gate.close();
    }
}

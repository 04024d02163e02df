package org.moothall.meetings.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.moothall.meetings.CallStatistics.Medium;
import org.moothall.meetings.Participant;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Look;

/** How well the chosen person is connected, as live charts below the list; closed until asked for. @spec admin-guide §15 */
final class ConnectionView {
    private static final int HEIGHT = 300;

    private final Connection connection;
    private final Composite body;
    private final GridData place = new GridData(SWT.FILL, SWT.END, true, false);
    private final Value<Medium> medium = new Value<>(Medium.VIDEO);
    private final List<FigureChart> charts = new ArrayList<>();
    private final Label title;
    private final Label problem;
    private @Nullable Participant whom;

    ConnectionView(Composite parent, Connection connection) {
        this.connection = connection;
        body = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        body.setLayout(Grids.column());
        place.heightHint = HEIGHT;
        body.setLayoutData(place);
        GridData high = new GridData(SWT.FILL, SWT.TOP, true, false);
        high.heightHint = 1;
        Look.style(new Composite(body, SWT.NONE), Look.HAIRLINE).setLayoutData(high);
        Composite head = Grids.strip(body, 2 + Medium.values().length);
        title = Look.style(new Label(head, SWT.NONE), Look.STRONG);
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        for (Medium each : Medium.values()) {
            ActionButton button = ActionButton.of(head, ActionButton.Kind.QUIET, Texts.of("medium." + each.name().toLowerCase(Locale.ROOT)),
                    () -> medium.set(each));
            medium.watch(now -> button.on(now == each));
        }
        ActionButton.icon(head, Icon.CLOSE, Texts.of("connection.close"), () -> open(false));
        problem = Look.style(new Label(body, SWT.WRAP), Look.ERROR);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.horizontalIndent = 16;
        problem.setLayoutData(wide);
        Composite plots = Grids.strip(body, 2);
        plots.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        if (plots.getLayout() instanceof GridLayout layout) {
            layout.makeColumnsEqualWidth = true;
            layout.horizontalSpacing = 16;
        }
        for (Figure figure : Figure.values()) {
            charts.add(new FigureChart(plots, figure, connection.samples()::get, medium::get));
        }
        medium.onChange(now -> redraw());
        connection.samples().onChange(now -> redraw());
        connection.problem().watch(words -> {
            problem.setText(words);
            wide.exclude = words.isEmpty();
            problem.setVisible(!words.isEmpty());
            body.layout(true, true);
        });
        body.addListener(SWT.Dispose, e -> connection.follow(null));
        open(false);
    }

    /** Opens or closes it. */
    void toggle() {
        open(!body.isVisible());
    }

    /** The person whom it shows when it is open. */
    void choose(List<Participant> selected) {
        if (selected.size() == 1) {
            whom = selected.getFirst();
            follow();
        }
    }

    private void open(boolean on) {
        body.setVisible(on);
        place.exclude = !on;
        body.requestLayout();
        follow();
    }

    private void follow() {
        Participant person = whom;
        boolean open = body.getVisible();
        title.setText(person == null ? Texts.of("connection.nobody") : Texts.of("connection.of", person.name()).replace("&", "&&"));
        connection.follow(open ? person : null);
    }

    private void redraw() {
        charts.forEach(FigureChart::redraw);
    }
}

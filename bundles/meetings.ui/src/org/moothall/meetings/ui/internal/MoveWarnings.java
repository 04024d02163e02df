package org.moothall.meetings.ui.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.moothall.meetings.MoveWarning;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;

/** What to know before people are moved, as lines: what keeps somebody from being moved first. */
final class MoveWarnings {
    /** @param words what is the case @param people whom it is about; empty for all of them */
    record Line(boolean stops, String words, String people) {}

    private static final int WIDTH = 460;
    private static final int EDGE = 20;

    private final Composite body;

    MoveWarnings(Composite parent) {
        body = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 4;
        body.setLayout(layout);
        body.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    /** Who is told the same stands in one line. */
    static List<Line> lines(List<MoveWarning> warnings, List<Participant> people) {
        Map<String, List<MoveWarning>> same = new LinkedHashMap<>();
        warnings.forEach(warning -> same.computeIfAbsent(warning.stops() + warning.text(), key -> new ArrayList<>()).add(warning));
        return same.values().stream()
                .map(all -> new Line(all.getFirst().stops(), all.getFirst().text(), all.size() == people.size() ? "" : names(all, people)))
                .sorted(Comparator.comparing((Line line) -> !line.stops())).toList();
    }

    private static String names(List<MoveWarning> warnings, List<Participant> people) {
        Set<ParticipantId> meant = warnings.stream().map(MoveWarning::participant).collect(Collectors.toSet());
        return people.stream().filter(person -> meant.contains(person.id())).map(Participant::name).collect(Collectors.joining(", "));
    }

    /** Shows these lines instead of those before. */
    void show(List<Line> lines) {
        for (Control child : body.getChildren()) {
            child.dispose();
        }
        for (Line line : lines) {
            Status status = line.stops ? Status.ERROR : Status.WARNING;
            Drawn shape = new Drawn(body, Tone.SURFACE, Pen.SHAPE + 2, EDGE, (pen, area) -> pen.status(status, new Rectangle(1, 0, 0, area.height)));
            shape.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
            shape.named(status.word());
            Label words = Look.style(new Label(body, SWT.WRAP), Look.SURFACE);
            words.setText((line.people.isEmpty() ? line.words : Texts.of("move.about", line.people, line.words)).replace("&", "&&"));
            GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
            wide.widthHint = WIDTH - EDGE;
            words.setLayoutData(wide);
        }
        body.requestLayout();
    }
}

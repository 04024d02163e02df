package org.moothall.applianceprofiles.ui.internal;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.moothall.ui.widgets.Look;

/** An answer from top to bottom, wrapped to the width that there is. For the UI thread only. */
final class AnswerView {
    private static final int APART = 12;

    private final ScrolledComposite scroll;
    private final Composite body;
    private final SizingModel model;

    AnswerView(Composite parent, SizingModel model) {
        this.model = model;
        scroll = Look.style(new ScrolledComposite(parent, SWT.V_SCROLL), Look.SURFACE);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        body = Look.style(new Composite(scroll, SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = Look.MARGIN;
        layout.marginHeight = 16;
        layout.verticalSpacing = 2;
        body.setLayout(layout);
        scroll.setContent(body);
        scroll.addListener(SWT.Resize, e -> arrange());
        model.answer().watch(words -> fill());
        model.problem().onChange(words -> fill());
    }

    ScrolledComposite control() {
        return scroll;
    }

    private void fill() {
        for (Control old : body.getChildren()) {
            old.dispose();
        }
        List<Paragraph> words = model.answer().get();
        if (!model.problem().get().isEmpty()) {
            say(new Paragraph(Paragraph.Style.MISTAKE, model.problem().get()));
        } else if (words.isEmpty()) {
            say(new Paragraph(Paragraph.Style.HEADING, Texts.of("empty")));
            say(new Paragraph(Paragraph.Style.DETAIL, Texts.of("empty.text")));
        } else {
            words.forEach(this::say);
        }
        scroll.setOrigin(0, 0);
        arrange();
    }

    private void say(Paragraph paragraph) {
        Label label = Look.style(new Label(body, SWT.WRAP), switch (paragraph.style()) {
            case HEADING -> Look.TITLE;
            case LEAD -> Look.STRONG;
            case TEXT -> Look.SURFACE;
            case DETAIL -> Look.MUTED;
            case MISTAKE -> Look.ERROR;
        });
        label.setText(paragraph.text().replace("&", "&&"));
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.verticalIndent = switch (paragraph.style()) {
            case HEADING -> body.getChildren().length == 1 ? 0 : APART * 2;
            case LEAD -> APART;
            case TEXT, MISTAKE -> 4;
            case DETAIL -> 0;
        };
        label.setLayoutData(data);
    }

    private void arrange() {
        int width = scroll.getClientArea().width;
        if (width > 0) {
            scroll.setMinHeight(body.computeSize(width, SWT.DEFAULT).y);
            body.layout(true, true);
        }
    }
}

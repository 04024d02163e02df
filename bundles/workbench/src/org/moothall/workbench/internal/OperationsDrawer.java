package org.moothall.workbench.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;

/** A panel at the right of the window with all long work: how far it is, how to stop it, and what came of it. */
public final class OperationsDrawer {
    private static final int WIDTH = 400;

    private final MApplication application;
    private final OperationsModel operations;
    private final Map<String, OperationRow> rows = new HashMap<>();
    private @Nullable Composite panel;
    private @Nullable ScrolledComposite scroll;

    OperationsDrawer(MApplication application, OperationsModel operations) {
        this.application = application;
        this.operations = operations;
        operations.entries().onChange(now -> show());
    }

    /** Opens it, or closes it when it is open. */
    public void toggle() {
        if (isOpen()) {
            close();
        } else if (application.getChildren().get(0).getWidget() instanceof Shell shell && !shell.isDisposed()) {
            open(shell);
        }
    }

    /** Whether it is seen. */
    boolean isOpen() {
        Composite known = panel;
        return known != null && !known.isDisposed();
    }

    /** Closes it. */
    void close() {
        Composite known = panel;
        if (known != null && !known.isDisposed()) {
            Shell shell = known.getShell();
            known.dispose();
            shell.setFocus();
        }
        rows.clear();
    }

    private void open(Shell shell) {
        Composite made = Look.style(new Composite(shell, SWT.NONE), Look.SURFACE);
        panel = made;
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.marginLeft = 1;
        layout.verticalSpacing = 0;
        made.setLayout(layout);
        made.addListener(SWT.Paint, e -> new Pen(e.gc, Look.of(made)).fill(new Rectangle(0, 0, 1, made.getSize().y), Tone.BORDER));
        head(made);
        ScrolledComposite list = Look.style(new ScrolledComposite(made, SWT.V_SCROLL), Look.SURFACE);
        list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        list.setExpandHorizontal(true);
        list.setExpandVertical(true);
        list.addListener(SWT.Resize, e -> fit(list));
        scroll = list;
        shell.addListener(SWT.Resize, e -> place(shell, made));
        place(shell, made);
        show();
        made.moveAbove(null);
        made.setFocus();
    }

    private void head(Composite parent) {
        Composite head = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        head.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 16;
        layout.marginHeight = 12;
        layout.horizontalSpacing = 4;
        head.setLayout(layout);
        Label title = Look.style(new Label(head, SWT.NONE), Look.TITLE);
        title.setText(Texts.of("operations.title"));
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        ActionButton.of(head, ActionButton.Kind.QUIET, Texts.of("operations.clear"), operations::forgetEnded);
        ActionButton.icon(head, Icon.CLOSE, Texts.of("operations.close"), this::close);
        EscapeInside.install(parent, this::close);
    }

    private static void place(Shell shell, Composite made) {
        if (!made.isDisposed()) {
            Rectangle area = shell.getClientArea();
            made.setBounds(area.width - WIDTH, TopBar.HEIGHT + 1, WIDTH, area.height - TopBar.HEIGHT - 1);
        }
    }

    private void show() {
        ScrolledComposite list = scroll;
        if (!isOpen() || list == null) {
            return;
        }
        List<OperationEntry> now = operations.entries().get();
        List<String> ids = now.stream().map(OperationEntry::id).toList();
        if (!ids.equals(list.getData())) {
            rebuild(list, now);
            list.setData(ids);
        }
        now.forEach(entry -> Objects.requireNonNull(rows.get(entry.id())).show(entry));
        fit(list);
    }

    private void rebuild(ScrolledComposite list, List<OperationEntry> now) {
        @Nullable Control old = list.getContent();
        if (old != null) {
            old.dispose();
        }
        rows.clear();
        Composite content = Look.style(new Composite(list, SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        content.setLayout(layout);
        for (OperationEntry entry : new ArrayList<>(now)) {
            OperationRow row = new OperationRow(content);
            row.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
            rows.put(entry.id(), row);
        }
        if (now.isEmpty()) {
            EmptyState empty = new EmptyState(content);
            empty.show(EmptyState.Words.of(Texts.of("operations.none"), Texts.of("operations.none.text")));
            GridData middle = new GridData(SWT.CENTER, SWT.TOP, true, true);
            middle.verticalIndent = 64;
            middle.widthHint = WIDTH - 64;
            empty.setLayoutData(middle);
        }
        list.setContent(content);
    }

    private static void fit(ScrolledComposite list) {
        @Nullable Control content = list.getContent();
        if (content instanceof Composite body) {
            body.layout(true, true);
            list.setMinSize(0, body.computeSize(list.getClientArea().width, SWT.DEFAULT).y);
        }
    }
}

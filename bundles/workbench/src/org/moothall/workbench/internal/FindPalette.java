package org.moothall.workbench.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.moothall.ui.Finder;
import org.moothall.ui.UiThread;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Announcer;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextField;
import org.moothall.ui.widgets.TextSize;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** Finds anything and runs any command: pages, commands, and what the finders of plug-ins know. */
public final class FindPalette {
    private static final String COMMANDS = "org.moothall.palette";
    private static final int WIDTH = 560;
    private static final int ROW = 36;
    private static final int MOST = 10;
    private static final int EACH = 5;

    private record Choice(String title, String detail, String kind, Runnable run) {
        String spoken() {
            return Texts.of("find.found", title, detail, kind).replaceAll(" +", " ");
        }
    }

    private final IEclipseContext context;
    private final MApplication application;
    private final PageArea pages;
    private List<Choice> choices = List.of();
    private int chosen;
    private int question;
    private @Nullable Shell shell;
    private @Nullable Drawn list;

    FindPalette(IEclipseContext context, MApplication application, PageArea pages) {
        this.context = context;
        this.application = application;
        this.pages = pages;
    }

    /** Opens it over the window; again closes it. */
    public void open() {
        Shell known = shell;
        if (known != null && !known.isDisposed()) {
            known.close();
            return;
        }
        if (application.getChildren().get(0).getWidget() instanceof Shell window) {
            build(window);
        }
    }

    private void build(Shell window) {
        Shell made = Look.style(new Shell(window, SWT.NO_TRIM), Look.RAISED);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        layout.verticalSpacing = 8;
        made.setLayout(layout);
        made.setData("org.moothall.name", Texts.of("find"));
        TextField field = TextField.search(made, Texts.of("find.placeholder"));
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Drawn drawn = new Drawn(made, Tone.RAISED, WIDTH - 24, MOST * ROW, this::draw);
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        drawn.addListener(SWT.MouseMove, e -> choose(e.y / ROW));
        drawn.addListener(SWT.MouseUp, e -> run());
        made.addListener(SWT.Paint, e -> new Pen(e.gc, Look.of(made)).border(made.getClientArea(), Tone.BORDER, 4, 1));
        made.addListener(SWT.Deactivate, e -> made.getDisplay().asyncExec(() -> {
            if (!made.isDisposed()) {
                made.close();
            }
        }));
        field.text().addListener(SWT.KeyDown, this::key);
        field.value().onChange(this::ask);
        shell = made;
        list = drawn;
        Rectangle area = window.getDisplay().map(window, null, window.getClientArea());
        made.setLocation(area.x + (area.width - WIDTH) / 2, area.y + 48);
        ask("");
        made.open();
        field.setFocus();
    }

    private void ask(String text) {
        String words = text.trim().toLowerCase(Locale.ROOT);
        int mine = ++question;
        List<Choice> ours = new ArrayList<>();
        pages.pages().stream().filter(p -> p.label().toLowerCase(Locale.ROOT).contains(words))
                .forEach(p -> ours.add(new Choice(p.label(), "", Texts.of("find.page"), () -> pages.go(p.key()))));
        commands(words, ours);
        show(ours);
        Map<Integer, List<Choice>> answers = new TreeMap<>();
        answers.put(Integer.MAX_VALUE, ours);
        if (!words.isEmpty()) {
            for (Finder finder : finders()) {
                finder.find(text.trim(), EACH, context).thenAccept(more -> context.get(UiThread.class).execute(() -> {
                    if (mine == question) {
                        answers.computeIfAbsent(finder.order(), order -> new ArrayList<>()).addAll(choices(finder, more));
                        show(ranked(words, answers));
                    }
                }));
            }
        }
    }

    /** What is called so first, what has to do with it after; each in the order of the finders, whoever answers first. */
    private static List<Choice> ranked(String words, Map<Integer, List<Choice>> answers) {
        List<Choice> all = new ArrayList<>(answers.values().stream().flatMap(List::stream).toList());
        all.sort(Comparator.comparing((Choice choice) -> !choice.title.toLowerCase(Locale.ROOT).contains(words)));
        return all;
    }

    private List<Choice> choices(Finder finder, List<Finder.Found> found) {
        return found.stream().map(f -> new Choice(f.title(), f.detail(), finder.title(), () -> pages.go(f.address()))).toList();
    }

    private void commands(String words, List<Choice> found) {
        application.getCommands().stream().filter(c -> c.getTags().contains(COMMANDS))
                .filter(c -> c.getLocalizedCommandName().toLowerCase(Locale.ROOT).contains(words))
                .forEach(c -> found.add(new Choice(c.getLocalizedCommandName(), "", Texts.of("find.command"), () -> execute(c.getElementId()))));
    }

    private void execute(String command) {
        context.get(EHandlerService.class).executeHandler(context.get(ECommandService.class).createCommand(command, Map.of()));
    }

    private static List<Finder> finders() {
        ServiceTracker<Finder, Finder> tracker = new ServiceTracker<>(FrameworkUtil.getBundle(FindPalette.class).getBundleContext(), Finder.class, null);
        tracker.open();
        List<Finder> all = new ArrayList<>(tracker.getTracked().values());
        tracker.close();
        all.sort(Comparator.comparingInt(Finder::order));
        return all;
    }

    private void show(List<Choice> found) {
        choices = found.subList(0, Math.min(MOST, found.size()));
        choose(0);
        Shell made = shell;
        if (made != null && !made.isDisposed()) {
            made.setSize(WIDTH, 24 + 40 + Math.max(1, choices.size()) * ROW);
        }
    }

    private void choose(int row) {
        chosen = Math.max(0, Math.min(row, choices.size() - 1));
        Drawn drawn = list;
        if (drawn != null && !drawn.isDisposed()) {
            Announcer.say(drawn, choices.isEmpty() ? Texts.of("find.nothing") : choices.get(chosen).spoken());
            drawn.redraw();
        }
    }

    private void key(Event e) {
        switch (e.keyCode) {
            case SWT.ARROW_DOWN -> choose(chosen + 1);
            case SWT.ARROW_UP -> choose(chosen - 1);
            case SWT.CR, SWT.KEYPAD_CR -> run();
            case SWT.ESC -> open();
            default -> {
                return;
            }
        }
        e.doit = false;
    }

    private void run() {
        if (chosen < choices.size()) {
            Choice choice = choices.get(chosen);
            open();
            choice.run.run();
        }
    }

    private void draw(Pen pen, Rectangle area) {
        if (choices.isEmpty()) {
            pen.text(Texts.of("find.nothing"), new Rectangle(12, 0, area.width - 24, ROW), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        }
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            Rectangle row = new Rectangle(0, i * ROW, area.width, ROW);
            if (i == chosen) {
                pen.round(row, Tone.SELECTION, 4);
            }
            int kind = pen.text(choice.kind, new Rectangle(12, row.y, row.width - 24, ROW), Tone.MUTED, TextSize.SMALL, SWT.RIGHT);
            Rectangle words = new Rectangle(12, row.y, row.width - kind - 48, ROW);
            int title = pen.text(choice.title, words, Tone.TEXT, TextSize.BODY, SWT.LEFT);
            pen.text(choice.detail, new Rectangle(words.x + title + 12, row.y, words.width - title - 12, ROW), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        }
    }
}

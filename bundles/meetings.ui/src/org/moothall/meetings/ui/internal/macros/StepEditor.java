package org.moothall.meetings.ui.internal.macros;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.moothall.client.Client;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Menus;
import org.moothall.ui.widgets.Sheet;

/** The sheet in which a step is told: command, which meetings, whom, arguments; only what the command needs is shown. For the UI thread only. */
final class StepEditor {
    private final StepDraft draft = new StepDraft();
    private final Sheet sheet;
    private final ActionButton done;
    private final List<Part> parts;

    /** Something of the form that is shown while it is needed. */
    private record Part(Composite area, BooleanSupplier needed) {}

    StepEditor(Control over, String title, Macro.@Nullable Step step, Client client, Executor ui, Consumer<Macro.Step> takes) {
        if (step != null) {
            draft.fill(step);
        }
        sheet = new Sheet(over, title, Forms.WIDTH);
        Choices choices = new Choices(client, ui);
        Composite command = area();
        ActionButton first = choice(command, "command", List.of(MacroCommand.values()), StepWords::command, draft.command);
        parts = List.of(new Part(command, () -> true),
                text("who", draft.who, this::people), text("except", draft.except, this::people),
                menu("layout", Stream.concat(Stream.of(""), ParticipantChange.LAYOUTS.stream()).toList(), StepEditor::layout, draft.layout,
                        MacroCommand.LAYOUT),
                text("importance", draft.importance, is(MacroCommand.IMPORTANCE)),
                asked("to", choices::meetings, draft.to, MacroCommand.MOVE),
                text("address", draft.address, is(MacroCommand.ADD)), text("shown-name", draft.name, is(MacroCommand.ADD)),
                text("message", draft.text, is(MacroCommand.MESSAGE)), text("seconds", draft.seconds, is(MacroCommand.MESSAGE)),
                asked("cluster", choices::clusters, draft.cluster, MacroCommand.START),
                where(), text("words", draft.words, in(StepDraft.Where.MATCHING)), pinned(), text("spaces", draft.spaces, is(MacroCommand.START)),
                new Part(chosen(client, ui, StepEditor::space, draft.inSpaces),
                        () -> draft.where.get() == StepDraft.Where.SPACES && draft.command.get() != MacroCommand.START),
                new Part(chosen(client, ui, meeting -> meeting.id().value(), draft.ids), in(StepDraft.Where.CHOSEN)));
        sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), sheet::close);
        done = sheet.button(ActionButton.Kind.PRIMARY, Texts.of("step.done"), () -> draft.step().ifPresent(made -> {
            sheet.close();
            takes.accept(made);
        }));
        draft.command.onChange(now -> {
            if (now == MacroCommand.START) {
                draft.where.set(StepDraft.Where.SPACES);
            }
            arrange();
        });
        draft.where.onChange(now -> arrange());
        draft.ids.onChange(now -> check());
        draft.inSpaces.onChange(now -> check());
        draft.texts().forEach(each -> each.onChange(now -> check()));
        arrange();
        sheet.open();
        first.setFocus();
    }

    private void arrange() {
        for (Part part : parts) {
            boolean needed = part.needed.getAsBoolean();
            part.area.setVisible(needed);
            if (part.area.getLayoutData() instanceof GridData data) {
                data.exclude = !needed;
            }
        }
        check();
        sheet.fit();
    }

    private void check() {
        done.setEnabled(draft.step().isPresent());
    }

    private boolean people() {
        return StepWords.aboutPeople(draft.command.get());
    }

    private BooleanSupplier is(MacroCommand command) {
        return () -> draft.command.get() == command;
    }

    private BooleanSupplier in(StepDraft.Where where) {
        return () -> draft.where.get() == where;
    }

    private Composite chosen(Client client, Executor ui, Function<Meeting, String> key, Value<List<String>> chosen) {
        return new ChosenMeetings(sheet.body(), client.meetings(), ui, key, chosen).area();
    }

    /** What is kept of a meeting, so that the next one in its space is meant, too. */
    private static String space(Meeting meeting) {
        return Objects.requireNonNullElse(meeting.space(), "");
    }

    private Composite area() {
        Composite area = Look.style(new Composite(sheet.body(), SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 4;
        area.setLayout(layout);
        area.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return area;
    }

    private Part text(String key, Value<String> value, BooleanSupplier needed) {
        Composite area = area();
        Forms.text(area, Texts.of("field." + key), "", Texts.of("field." + key + ".help"), value);
        return new Part(area, needed);
    }

    private Part pinned() {
        Composite area = area();
        Forms.check(area, Texts.of("field.pinned"), draft.pinned);
        return new Part(area, in(StepDraft.Where.MATCHING));
    }

    private Part where() {
        Composite area = area();
        choice(area, "where", List.of(StepDraft.Where.values()), where -> Texts.of("field.where." + where.name().toLowerCase(Locale.ROOT)), draft.where);
        return new Part(area, () -> draft.command.get() != MacroCommand.START);
    }

    private Part menu(String key, List<String> all, Function<String, String> words, Value<String> value, MacroCommand command) {
        Composite area = area();
        choice(area, key, all, words, value);
        return new Part(area, is(command));
    }

    /** Something that the server knows; shown as it is called once that is known. */
    private Part asked(String key, Consumer<Consumer<List<Choices.Choice>>> asks, Value<String> value, MacroCommand command) {
        Composite area = area();
        Forms.say(area, Texts.of("field." + key), Look.STRONG);
        List<Choices.Choice> known = new ArrayList<>();
        ActionButton[] self = new ActionButton[1];
        self[0] = ActionButton.of(area, ActionButton.Kind.NORMAL, Texts.of("choose"), () -> Menus.below(self[0],
                menu -> known.forEach(one -> Menus.choice(menu, one.name(), one.id().equals(value.get()), () -> value.set(one.id()))))).opensMenu();
        value.watch(now -> named(self[0], key, called(known, now)));
        asks.accept(all -> {
            known.addAll(all);
            named(self[0], key, called(known, value.get()));
        });
        return new Part(area, is(command));
    }

    private static String called(List<Choices.Choice> known, String id) {
        return id.isEmpty() ? Texts.of("choose") : known.stream().filter(one -> one.id().equals(id)).map(Choices.Choice::name).findFirst().orElse(id);
    }

    private static <T> ActionButton choice(Composite area, String key, List<T> all, Function<T, String> words, Value<T> value) {
        Forms.say(area, Texts.of("field." + key), Look.STRONG);
        ActionButton[] self = new ActionButton[1];
        self[0] = ActionButton.of(area, ActionButton.Kind.NORMAL, words.apply(value.get()), () -> Menus.below(self[0],
                menu -> all.forEach(one -> Menus.choice(menu, words.apply(one), one.equals(value.get()), () -> value.set(one))))).opensMenu();
        value.watch(now -> named(self[0], key, words.apply(now)));
        return self[0];
    }

    /** Shows what is chosen; is still found by the field's name. */
    private static void named(ActionButton button, String key, String words) {
        if (!button.isDisposed()) {
            button.text(words);
            button.setToolTipText(Texts.of("field." + key));
            button.setData("org.moothall.name", Texts.of("field." + key));
        }
    }

    private static String layout(String layout) {
        return layout.isEmpty() ? Texts.of("layout.none") : layout;
    }
}

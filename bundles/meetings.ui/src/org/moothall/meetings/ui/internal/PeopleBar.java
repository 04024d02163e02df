package org.moothall.meetings.ui.internal;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.moothall.meetings.Participant;
import org.moothall.ui.model.Icon;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Menus;

/** What is done with people: a bar of buttons, the context menu and keys of their list. It acts on the selected ones, or on all. */
final class PeopleBar {
    private static final int EDGE = 16;

    private final MeetingActions actions;
    private final Supplier<List<Participant>> here;
    private final Supplier<List<Participant>> selected;
    private final BooleanSupplier may;
    private final Consumer<List<Participant>> asksToDrop;
    private final Composite bar;
    private final ActionButton mute;
    private final ActionButton unmute;
    private final ActionButton others;
    private final ActionButton video;
    private final ActionButton drop;
    private final ActionButton admit;
    private final ActionButton more;
    private final MorePeople entries;

    /**
     * @param here all who are there now
     * @param selected those of them who are selected
     * @param may whether anything can be done now
     * @param asksToDrop shows who is about to be dropped
     * @param asksToMove shows where people can be moved to
     */
    PeopleBar(Composite parent, MeetingActions actions, Supplier<List<Participant>> here, Supplier<List<Participant>> selected, BooleanSupplier may,
            Consumer<List<Participant>> asksToDrop, Consumer<List<Participant>> asksToMove) {
        entries = new MorePeople(actions, asksToMove);
        this.actions = actions;
        this.here = here;
        this.selected = selected;
        this.may = may;
        this.asksToDrop = asksToDrop;
        bar = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(0, false);
        layout.marginWidth = EDGE;
        layout.marginHeight = 4;
        layout.horizontalSpacing = 8;
        bar.setLayout(layout);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        mute = button(Icon.MICROPHONE_OFF, Texts.of("mute.all"), false, () -> actions.muteAudio(chosen(), true));
        unmute = button(Icon.MICROPHONE, Texts.of("unmute.all"), false, () -> actions.muteAudio(chosen(), false));
        others = button(Icon.PEOPLE, Texts.of("mute.others"), true, this::muteOthers);
        video = button(Icon.CAMERA, Texts.of("video.selected"), true, this::video);
        drop = button(Icon.HANG_UP, Texts.of("drop.selected"), true, this::drop);
        admit = button(Icon.CHECK, Texts.of("admit.all"), true, () -> actions.admit(chosen()));
        more = button(Icon.MORE, Texts.of("more.actions"), true, this::showMore);
    }

    private ActionButton button(Icon icon, String name, boolean iconOnly, Runnable action) {
        ((GridLayout) Objects.requireNonNull(bar.getLayout())).numColumns++;
        return new ActionButton(bar, ActionButton.Kind.NORMAL, name, icon, iconOnly, action);
    }

    /** Offers to show how well somebody is connected. */
    void connection(Runnable shows) {
        button(Icon.QUALITY, Texts.of("connection"), true, shows);
    }

    /** Shows it or takes it away. */
    void visible(boolean on) {
        bar.setVisible(on);
        if (bar.getLayoutData() instanceof GridData data) {
            data.exclude = !on;
        }
    }

    /** The people or the selection have changed. */
    void update() {
        List<Participant> people = selected.get();
        int count = people.size();
        boolean some = may.getAsBoolean() && !here.get().isEmpty();
        boolean chosen = may.getAsBoolean() && count > 0;
        mute.text(count == 0 ? Texts.of("mute.all") : Texts.of("action.mute", count));
        unmute.text(count == 0 ? Texts.of("unmute.all") : Texts.of("action.unmute", count));
        video.icon(chosen && people.stream().allMatch(Participant::videoMuted) ? Icon.CAMERA : Icon.CAMERA_OFF);
        mute.setEnabled(some);
        unmute.setEnabled(some);
        others.setEnabled(chosen);
        video.setEnabled(chosen);
        drop.setEnabled(chosen);
        admit.setEnabled(may.getAsBoolean() && chosen().stream().anyMatch(person -> person.state() == Participant.State.IN_LOBBY));
        more.setEnabled(some);
        bar.layout(true);
    }

    /** A key of the list was pressed. */
    void key(int code) {
        if (may.getAsBoolean()) {
            switch (code) {
                case 'm' -> actions.muteAudio(selected.get(), true);
                case 'u' -> actions.muteAudio(selected.get(), false);
                case 'o' -> muteOthers();
                case SWT.DEL -> drop();
                default -> {} // the table's own keys
            }
        }
    }

    /** Fills the context menu of the list. */
    void menu(Menu menu) {
        List<Participant> people = selected.get();
        if (!may.getAsBoolean() || people.isEmpty()) {
            return;
        }
        String whom = MeetingActions.names(people);
        Menus.item(menu, Texts.of("action.mute", whom) + "\tM", () -> actions.muteAudio(people, true));
        Menus.item(menu, Texts.of("action.unmute", whom) + "\tU", () -> actions.muteAudio(people, false));
        Menus.item(menu, Texts.of("mute.others") + "\tO", this::muteOthers);
        Menus.item(menu, Texts.of("action.stop-video", whom), () -> actions.muteVideo(people, true));
        Menus.item(menu, Texts.of("action.start-video", whom), () -> actions.muteVideo(people, false));
        entries.fill(menu, people);
        Menus.line(menu);
        Menus.item(menu, Texts.of("action.drop", whom) + "…\tDel", this::drop);
    }

    /** The selected ones, or all who are there. */
    private List<Participant> chosen() {
        List<Participant> people = selected.get();
        return people.isEmpty() ? here.get() : people;
    }

    private void muteOthers() {
        List<String> kept = selected.get().stream().map(person -> person.id().value()).toList();
        if (!kept.isEmpty()) {
            actions.muteAudio(here.get().stream().filter(person -> !kept.contains(person.id().value())).toList(), true);
        }
    }

    private void showMore() {
        Menus.below(more, menu -> entries.fill(menu, chosen()));
    }

    private void video() {
        List<Participant> people = selected.get();
        if (!people.isEmpty()) {
            actions.muteVideo(people, !people.stream().allMatch(Participant::videoMuted));
        }
    }

    private void drop() {
        if (!selected.get().isEmpty()) {
            asksToDrop.accept(selected.get());
        }
    }
}

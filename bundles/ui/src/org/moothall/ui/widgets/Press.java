package org.moothall.ui.widgets;

import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** Makes a canvas a thing that is pressed: by pointer, Space or Enter, with hover and focus to draw and a name to read aloud. */
final class Press {
    private final Canvas canvas;
    private final Runnable action;
    private boolean hovered;
    private boolean down;

    /** {@code role} is one of {@code ACC.ROLE_*}. */
    public Press(Canvas canvas, int role, Supplier<String> name, Runnable action) {
        this.canvas = canvas;
        this.action = action;
        canvas.addListener(SWT.MouseEnter, e -> hovered(true));
        canvas.addListener(SWT.MouseExit, e -> hovered(false));
        canvas.addListener(SWT.MouseDown, this::mouseDown);
        canvas.addListener(SWT.MouseUp, this::mouseUp);
        canvas.addListener(SWT.KeyDown, this::keyDown);
        canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
        canvas.addListener(SWT.Traverse, Press::traverse);
        canvas.getAccessible().addAccessibleListener(new Name(name));
        canvas.getAccessible().addAccessibleControlListener(new Role(role));
    }

    /** Whether the pointer is over it. */
    public boolean hovered() {
        return hovered && canvas.isEnabled();
    }

    /** Whether it is held down. */
    public boolean down() {
        return down;
    }

    private void hovered(boolean now) {
        hovered = now;
        down &= now;
        canvas.redraw();
    }

    private void mouseDown(Event e) {
        if (e.button == 1) {
            down = true;
            canvas.redraw();
        }
    }

    private void mouseUp(Event e) {
        boolean pressed = down && canvas.getClientArea().contains(e.x, e.y);
        down = false;
        canvas.redraw();
        if (pressed) {
            action.run();
        }
    }

    private void keyDown(Event e) {
        if (e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR || e.character == ' ') {
            e.doit = false;
            action.run();
        }
    }

    private static void traverse(Event e) {
        e.doit = e.detail != SWT.TRAVERSE_RETURN;
    }

    @NonNullByDefault({})
    private static final class Name extends AccessibleAdapter {
        private final Supplier<String> name;

        Name(Supplier<String> name) {
            this.name = name;
        }

        @Override
        public void getName(AccessibleEvent e) {
            e.result = name.get();
        }
    }

    @NonNullByDefault({})
    private static final class Role extends AccessibleControlAdapter {
        private final int role;

        Role(int role) {
            this.role = role;
        }

        @Override
        public void getRole(AccessibleControlEvent e) {
            e.detail = role;
        }

        @Override
        public void getState(AccessibleControlEvent e) {
            e.detail = ACC.STATE_FOCUSABLE;
        }
    }
}

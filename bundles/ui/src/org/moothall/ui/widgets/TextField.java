package org.moothall.ui.widgets;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;
import org.moothall.ui.model.Value;

/** A field for one line of text, with our own border, and an icon and a button to clear it where that is wanted. */
public final class TextField extends Composite {
    /** The desktop's frame and focus ring around the text: clipped away, ours is drawn instead. */
    private static final int FRAME = 4;

    private final Composite clip;
    private final Text text;
    private final @Nullable Icon icon;
    private final Value<String> value = new Value<>("");
    private boolean wrong;
    private boolean going;

    private TextField(Composite parent, String name, String placeholder, @Nullable Icon icon, int style) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.icon = icon;
        clip = new Composite(this, SWT.NONE);
        Look.style(clip, Look.RAISED);
        text = new Text(clip, SWT.SINGLE | style);
        text.setMessage(placeholder);
        Look.style(this, Look.SURFACE);
        Look.style(text, Look.RAISED);
        AccessibleName.set(text, name);
        text.addListener(SWT.Modify, e -> value.set(text.getText()));
        text.addListener(SWT.FocusIn, e -> redraw());
        text.addListener(SWT.FocusOut, e -> redraw());
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, e -> arrange());
        addListener(SWT.MouseDown, e -> text.setFocus());
        addListener(SWT.Dispose, e -> going = true);
    }

    /** A plain field; {@code name} is read aloud. */
    public static TextField plain(Composite parent, String name, String placeholder) {
        return new TextField(parent, name, placeholder, null, SWT.NONE);
    }

    /** A field whose text is not shown. */
    public static TextField password(Composite parent, String name) {
        return new TextField(parent, name, "", null, SWT.PASSWORD);
    }

    /** A field to filter or find with; Esc clears it. */
    public static TextField search(Composite parent, String placeholder) {
        TextField field = new TextField(parent, placeholder, placeholder, Icon.SEARCH, SWT.NONE);
        field.text.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ESC && !field.text.getText().isEmpty()) {
                field.text.setText("");
                e.doit = false;
            }
        });
        return field;
    }

    /** What is in it; setting it shows it. */
    public Value<String> value() {
        return value;
    }

    /** Puts this text into it. */
    public void show(String words) {
        if (!text.getText().equals(words)) {
            text.setText(words);
        }
    }

    /** The control that takes the focus, for key listeners. */
    public Text text() {
        return text;
    }

    /** Draws the border in the colour of mistakes. */
    public void wrong(boolean on) {
        wrong = on;
        redraw();
    }

    @Override
    public boolean setFocus() {
        return !going && text.setFocus();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 240 : widthHint, heightHint == SWT.DEFAULT ? Look.CONTROL : heightHint);
    }

    private void arrange() {
        Rectangle area = getClientArea();
        int left = icon == null ? 8 : 32;
        int height = Math.min(area.height - 6, text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        clip.setBounds(left, (area.height - height) / 2, Math.max(0, area.width - left - 8), height);
        text.setBounds(-FRAME, -FRAME, clip.getSize().x + 2 * FRAME, height + 2 * FRAME);
    }

    private void paint(Event e) {
        Pen pen = new Pen(e.gc, Look.of(this));
        Rectangle area = getClientArea();
        e.gc.setBackground(getParent().getBackground());
        e.gc.fillRectangle(area);
        pen.round(area, Tone.RAISED, 4);
        boolean focused = text.isFocusControl();
        pen.border(area, wrong ? Tone.ERROR : focused ? Tone.ACCENT : Tone.BORDER, 4, focused || wrong ? 2 : 1);
        pen.icon(icon, new Rectangle(8, 0, 16, area.height), Tone.MUTED, 16);
    }
}

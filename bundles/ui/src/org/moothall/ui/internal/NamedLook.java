package org.moothall.ui.internal;

import java.util.Locale;
import org.eclipse.e4.ui.css.core.dom.properties.ICSSPropertyHandler;
import org.eclipse.e4.ui.css.core.engine.CSSEngine;
import org.eclipse.e4.ui.css.swt.dom.ControlElement;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Control;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.TextSize;
import org.w3c.dom.css.CSSValue;

/** Our CSS properties: {@code fill} and {@code ink} take the name of a tone, {@code text-size} that of a text size. */
@NonNullByDefault({})
public final class NamedLook implements ICSSPropertyHandler {
    @Override
    public boolean applyCSSProperty(Object element, String property, CSSValue value, String pseudo, CSSEngine engine) {
        if (!(element instanceof ControlElement styled && styled.getNativeWidget() instanceof Control control)) {
            return false;
        }
        Look look = Look.of(control);
        String name = value.getCssText().toUpperCase(Locale.ROOT).replace('-', '_');
        switch (property) {
            case "fill" -> control.setBackground(look.color(Tone.valueOf(name)));
            case "ink" -> control.setForeground(look.color(Tone.valueOf(name)));
            default -> control.setFont(look.font(TextSize.valueOf(name)));
        }
        return true;
    }
}

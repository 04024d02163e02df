package bench;

import jakarta.annotation.PostConstruct;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The one part of the bare window. */
public final class BarePart {

    @PostConstruct
    void create(Composite parent) {
        new Label(parent, SWT.NONE).setText("bench");
    }
}

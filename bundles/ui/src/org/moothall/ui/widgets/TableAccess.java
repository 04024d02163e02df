package org.moothall.ui.widgets;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;

/** Reads a live table aloud: a table whose children are its rows, each named by its texts. */
@NonNullByDefault({})
final class TableAccess {
    private TableAccess() {}

    /** Makes the table readable. */
    public static void install(Canvas canvas, String name, LiveTable<?> table) {
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = e.childID == ACC.CHILDID_SELF ? name : String.join(", ", table.texts(e.childID));
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new Rows(canvas, table));
    }

    private static final class Rows extends AccessibleControlAdapter {
        private final Canvas canvas;
        private final LiveTable<?> table;

        Rows(Canvas canvas, LiveTable<?> table) {
            this.canvas = canvas;
            this.table = table;
        }

        @Override
        public void getRole(AccessibleControlEvent e) {
            e.detail = e.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
        }

        @Override
        public void getChildCount(AccessibleControlEvent e) {
            e.detail = table.shown().size();
        }

        @Override
        public void getChildAtPoint(AccessibleControlEvent e) {
            Point at = canvas.toControl(e.x, e.y);
            int row = table.rowAt(at.y);
            e.childID = row < 0 ? ACC.CHILDID_SELF : row;
        }

        @Override
        public void getLocation(AccessibleControlEvent e) {
            Rectangle area = e.childID == ACC.CHILDID_SELF ? canvas.getClientArea() : table.bounds(e.childID);
            Point at = canvas.toDisplay(area.x, area.y);
            e.x = at.x;
            e.y = at.y;
            e.width = area.width;
            e.height = area.height;
        }

        @Override
        public void getState(AccessibleControlEvent e) {
            e.detail = ACC.STATE_FOCUSABLE;
            if (e.childID >= 0 && e.childID < table.shown().size() && selected(e.childID, table)) {
                e.detail |= ACC.STATE_SELECTED;
            }
        }

        private static <T> boolean selected(int index, LiveTable<T> table) {
            return table.selectedIds().contains(table.id(table.shown().get(index)));
        }
    }
}

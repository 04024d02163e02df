package org.moothall.ui.model;

import java.net.URL;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A line icon: an SVG of 20 × 20 with strokes in {@code currentColor}, drawn in any tone and size.
 *
 * @param source where the SVG lies
 */
public record Icon(URL source) {
    /** Moothall's own mark. */
    public static final Icon MARK = shared("mark");
    public static final Icon OVERVIEW = shared("overview");
    public static final Icon SEARCH = shared("search");
    public static final Icon CLOSE = shared("close");
    public static final Icon BACK = shared("back");
    public static final Icon FORWARD = shared("forward");
    public static final Icon CHEVRON_DOWN = shared("chevron-down");
    public static final Icon COLLAPSE = shared("collapse");
    public static final Icon EXPAND = shared("expand");
    public static final Icon ADD = shared("add");
    public static final Icon EDIT = shared("edit");
    public static final Icon REMOVE = shared("remove");
    public static final Icon MORE = shared("more");
    public static final Icon COLUMNS = shared("columns");
    public static final Icon REFRESH = shared("refresh");
    public static final Icon CHECK = shared("check");
    public static final Icon USER = shared("user");
    public static final Icon PEOPLE = shared("people");
    public static final Icon SERVER = shared("server");
    public static final Icon MEETING = shared("meeting");
    public static final Icon MICROPHONE = shared("microphone");
    public static final Icon MICROPHONE_OFF = shared("microphone-off");
    public static final Icon CAMERA = shared("camera");
    public static final Icon CAMERA_OFF = shared("camera-off");
    public static final Icon PRESENTING = shared("presenting");
    public static final Icon RECORDING = shared("recording");
    public static final Icon STREAMING = shared("streaming");
    public static final Icon LOCKED = shared("locked");
    public static final Icon SPEAKING = shared("speaking");
    public static final Icon HANG_UP = shared("hang-up");
    public static final Icon END = shared("end");
    public static final Icon DEVICE = shared("device");
    public static final Icon BROWSER = shared("browser");
    public static final Icon SHIELD = shared("shield");
    public static final Icon OFFLINE = shared("offline");
    public static final Icon ALERT = shared("alert");
    public static final Icon INFORMATION = shared("information");
    public static final Icon BELL = shared("bell");
    public static final Icon SUN = shared("sun");
    public static final Icon MOON = shared("moon");
    public static final Icon LINK = shared("link");
    public static final Icon OPERATIONS = shared("operations");
    /** Can be pinned. */
    public static final Icon STAR = shared("star");
    /** Is pinned. */
    public static final Icon STAR_ON = shared("star-on");
    /** An earlier time. */
    public static final Icon CLOCK = shared("clock");
    public static final Icon NOTE = shared("note");
    public static final Icon QUALITY = shared("quality");
    public static final Icon MACRO = shared("macro");
    public static final Icon SETTINGS = shared("settings");
    public static final Icon PLAY = shared("play");
    /** Opens in a window of its own. */
    public static final Icon WINDOW = shared("window");
    /** Opens in a tab of its own. */
    public static final Icon TAB = shared("tab");

    /** The icon in this file beside this class, for example {@code icons/rack.svg}; a missing file is a bug. */
    public static Icon of(Class<?> neighbour, String path) {
        @Nullable URL source = neighbour.getResource(path);
        if (source == null) {
            throw new IllegalArgumentException(path + " is not beside " + neighbour.getSimpleName());
        }
        return new Icon(source);
    }

    private static Icon shared(String name) {
        return of(Icon.class, "/icons/" + name + ".svg");
    }
}

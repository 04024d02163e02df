package org.moothall.workbench.internal;

import org.moothall.ui.PageSite;
import org.moothall.ui.model.Value;

/** Where a page stands: its part of the address. */
final class Site implements PageSite {
    /** Key under which a part carries its site. */
    static final String KEY = PageSite.class.getName();

    private final String key;
    private final PageArea area;
    private final Value<String> path = new Value<>("");
    private final Value<Boolean> shown = new Value<>(false);

    Site(String key, PageArea area) {
        this.key = key;
        this.area = area;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Value<String> path() {
        return path;
    }

    @Override
    public void moveTo(String to) {
        path.set(to);
        area.moved(this, true);
    }

    @Override
    public void replace(String to) {
        path.set(to);
        area.moved(this, false);
    }

    @Override
    public Value<Boolean> shown() {
        return shown;
    }

    String address() {
        return path.get().isEmpty() ? key : key + "/" + path.get();
    }
}

package org.moothall.workbench.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.ui.Navigation;
import org.moothall.ui.Notices;
import org.moothall.ui.model.Value;

/** Shows one page at a time: each is a perspective of one part, made when it is first shown and kept until sign-out. */
public final class PageArea implements Navigation {
    static final String STACK = "org.moothall.workbench.perspectives";
    static final String SIGN_IN = "org.moothall.workbench.perspective.sign-in";

    private final MApplication application;
    private final EModelService models;
    private final CurrentSession session;
    private final Notices notices;
    private final History history = new History();
    private final Value<String> address = new Value<>("");
    private final Value<String> page = new Value<>("");
    private final Map<String, Site> sites = new HashMap<>();
    private final Map<String, MPerspective> shown = new HashMap<>();

    PageArea(MApplication application, EModelService models, CurrentSession session, Notices notices) {
        this.application = application;
        this.models = models;
        this.session = session;
        this.notices = notices;
    }

    /** The pages that who is signed in may see. */
    List<PageEntry> pages() {
        return PageEntry.all(application).stream().filter(entry -> session.may(entry.permission())).toList();
    }

    /** Those of them that stand in the navigation column. */
    List<PageEntry> column() {
        return pages().stream().filter(PageEntry::inColumn).toList();
    }

    /** Key of the page that is shown. */
    Value<String> page() {
        return page;
    }

    @Override
    public Value<String> address() {
        return address;
    }

    @Override
    public void go(String to) {
        if (show(to)) {
            history.go(to);
        }
    }

    /** Opens the page at this place of the column, from 1. */
    public void goToPlace(int place) {
        List<PageEntry> pages = column();
        if (place <= pages.size()) {
            String key = pages.get(place - 1).key();
            @Nullable Site site = sites.get(key);
            go(site == null ? key : site.address());
        }
    }

    @Override
    public void back() {
        history.back().ifPresent(this::show);
    }

    @Override
    public void forward() {
        history.forward().ifPresent(this::show);
    }

    /** A page went elsewhere by itself. */
    void moved(Site site, boolean step) {
        if (site.key().equals(page.get())) {
            address.set(site.address());
            if (step) {
                history.go(site.address());
            } else {
                history.replace(site.address());
            }
        }
    }

    /** Closes all pages and shows the sign-in page. */
    void close() {
        MPerspectiveStack stack = stack();
        stack.getChildren().stream().filter(p -> SIGN_IN.equals(p.getElementId())).findFirst().ifPresent(this::select);
        for (MPerspective perspective : List.copyOf(shown.values())) {
            models.removePerspectiveModel(perspective, models.getTopLevelWindowFor(perspective));
        }
        shown.clear();
        sites.clear();
        history.clear();
        page.set("");
        address.set("");
    }

    private boolean show(String to) {
        String key = to.contains("/") ? to.substring(0, to.indexOf('/')) : to;
        Optional<PageEntry> entry = pages().stream().filter(p -> p.key().equals(key)).findFirst();
        if (entry.isEmpty()) {
            notices.failed(Texts.of("page.missing", to), null);
            return false;
        }
        @Nullable Site before = sites.get(page.get());
        Site site = sites.computeIfAbsent(key, k -> new Site(k, this));
        site.path().set(to.length() > key.length() ? to.substring(key.length() + 1) : "");
        select(shown.computeIfAbsent(key, k -> create(entry.get(), site)));
        if (before != null && before != site) {
            before.shown().set(false);
        }
        site.shown().set(true);
        page.set(key);
        address.set(site.address());
        return true;
    }

    private MPerspective create(PageEntry entry, Site site) {
        MPart part = models.createPart(models.getPartDescriptor(entry.descriptorId()));
        part.setCloseable(false);
        part.getTransientData().put(Site.KEY, site);
        MPerspective perspective = models.createModelElement(MPerspective.class);
        perspective.setElementId("org.moothall.workbench.perspective." + entry.key());
        perspective.setLabel(entry.label());
        perspective.getChildren().add(part);
        perspective.setSelectedElement(part);
        stack().getChildren().add(perspective);
        return perspective;
    }

    private void select(MPerspective perspective) {
        EPartService parts = application.getChildren().get(0).getContext().get(EPartService.class);
        parts.switchPerspective(perspective);
        perspective.getChildren().stream().filter(MPart.class::isInstance).map(MPart.class::cast).findFirst().ifPresent(part -> parts.activate(part, true));
    }

    private MPerspectiveStack stack() {
        MUIElement found = models.find(STACK, application);
        return (MPerspectiveStack) found;
    }
}

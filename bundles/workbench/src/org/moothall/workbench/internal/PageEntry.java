package org.moothall.workbench.internal;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.ui.Pages;
import org.moothall.ui.model.Icon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page as its part descriptor describes it, see {@link Pages}.
 *
 * @param permission empty when none is needed
 * @param inColumn whether it stands in the navigation column
 */
record PageEntry(String key, String label, Icon icon, int order, String permission, boolean inColumn, String descriptorId) {
    private static final Logger LOG = LoggerFactory.getLogger(PageEntry.class);
    private static final int LAST = 1_000;

    /** All pages of the application, in order of the navigation column. */
    static List<PageEntry> all(MApplication application) {
        return application.getDescriptors().stream().filter(d -> d.getTags().contains(Pages.TAG)).flatMap(d -> read(d).stream())
                .sorted(Comparator.comparingInt((PageEntry p) -> p.order()).thenComparing(p -> p.label())).toList();
    }

    private static Optional<PageEntry> read(MPartDescriptor descriptor) {
        Map<String, String> facts = descriptor.getPersistedState();
        @Nullable String key = facts.get(Pages.KEY);
        if (key == null || !key.matches("[a-z0-9-]+")) {
            LOG.warn("The page {} has no {} of lower-case letters; it is left out", descriptor.getElementId(), Pages.KEY);
            return Optional.empty();
        }
        return Optional.of(new PageEntry(key, Objects.requireNonNullElse(descriptor.getLocalizedLabel(), key), icon(descriptor), order(facts.get(Pages.ORDER)),
                Objects.requireNonNullElse(facts.get(Pages.PERMISSION), ""), !"no".equals(facts.get(Pages.IN_COLUMN)), descriptor.getElementId()));
    }

    private static int order(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : LAST;
    }

    private static Icon icon(MPartDescriptor descriptor) {
        @Nullable String uri = descriptor.getIconURI();
        try {
            return uri == null || uri.isEmpty() ? Icon.OVERVIEW : new Icon(URI.create(uri).toURL());
        } catch (MalformedURLException | IllegalArgumentException e) {
            LOG.warn("The page {} has no usable icon: {}", descriptor.getElementId(), uri, e);
            return Icon.OVERVIEW;
        }
    }
}

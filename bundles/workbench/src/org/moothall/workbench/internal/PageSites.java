package org.moothall.workbench.internal;

import org.eclipse.e4.core.contexts.ContextFunction;
import org.eclipse.e4.core.contexts.IContextFunction;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.IInjector;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.ui.PageSite;
import org.osgi.service.component.annotations.Component;

/** Gives each page part its own {@link PageSite}. */
@Component(service = IContextFunction.class, property = IContextFunction.SERVICE_CONTEXT_KEY + "=org.moothall.ui.PageSite")
@NonNullByDefault({})
public final class PageSites extends ContextFunction {
    @Override
    public Object compute(IEclipseContext context, String contextKey) {
        MPart part = context.get(MPart.class);
        return part != null && part.getTransientData().get(Site.KEY) instanceof PageSite site ? site : IInjector.NOT_A_VALUE;
    }
}

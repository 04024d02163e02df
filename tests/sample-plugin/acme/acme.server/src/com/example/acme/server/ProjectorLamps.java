package com.example.acme.server;

import java.util.List;

import org.moothall.notifications.Condition;
import org.moothall.notifications.Severity;
import org.moothall.notifications.spi.NotificationSource;
import org.osgi.service.component.annotations.Component;

/** Tells of a lamp that will not last. */
@Component
public final class ProjectorLamps implements NotificationSource {

    @Override
    public String keyPrefix() {
        return "acme.";
    }

    @Override
    public List<Condition> conditions() {
        return List.of(new Condition("acme.lamp:1", Severity.WARNING, "The projector lamp of Great hall is old.",
                "Meetings there may go on without a picture.", "Change the lamp.", null, null));
    }
}

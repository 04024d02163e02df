package org.moothall.webhooks.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

import org.moothall.store.Database;
import org.moothall.store.Expiring;
import org.moothall.store.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Attempts to deliver, of which no webhook has more than {@link DeliveryStore#KEPT} anyway. */
@Component(service = Expiring.class)
public final class OldDeliveries implements Expiring {

    /** Of this store. */
    @Activate
    public OldDeliveries(@Reference Database database) {
        database.migrate("webhooks", WebhookStore.TABLES);
    }

    @Override
    public boolean expire(Connection connection, Instant before, int most) throws SQLException {
        return Sql.update(connection, "delete from webhooks_delivery where (webhook, number) in "
                + "(select webhook, number from webhooks_delivery where at < ? limit ?)", before.toEpochMilli(), most) == most;
    }
}

package org.moothall.store.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.moothall.core.Executors;
import org.moothall.core.Instance;
import org.moothall.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The server's own store. */
@Component(service = Database.class)
public final class StoreService implements Database {

    private final SqlDatabase database;

    @Activate
    public StoreService(@Reference Instance instance, @Reference Executors executors) {
        database = SqlDatabase.open(StoreSettings.engine(instance), executors);
    }

    @Override
    public <T> T read(Work<T> work) {
        return database.read(work);
    }

    @Override
    public <T> CompletableFuture<T> write(Work<T> work) {
        return database.write(work);
    }

    @Override
    public <T> CompletableFuture<T> writeBehind(List<? extends Work<? extends T>> steps) {
        return database.writeBehind(steps);
    }

    @Override
    public <T> T writeAndWait(Work<T> work) {
        return database.writeAndWait(work);
    }

    @Override
    public void migrate(String domain, List<Migration> steps) {
        database.migrate(domain, steps);
    }

    @Override
    public Writing writing() {
        return database.writing();
    }

    @Override
    public boolean shared() {
        return database.shared();
    }

    @Deactivate
    void deactivate() {
        database.close();
    }
}

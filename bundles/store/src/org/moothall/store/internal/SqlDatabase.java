package org.moothall.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.store.Store;
import org.moothall.store.StoreProblem;

/** A store on one of the engines. */
public final class SqlDatabase implements Store {

    private final Engine engine;
    private final GroupCommit writer;
    private final Readers readers;
    private final Migrations migrations;
    private final Checkpoints checkpoints;

    private SqlDatabase(Engine engine, GroupCommit writer, Executors executors) {
        this.engine = engine;
        this.writer = writer;
        this.readers = new Readers(engine);
        this.migrations = new Migrations(engine, writer);
        this.checkpoints = new Checkpoints(engine, writer, executors);
    }

    /** Opens the store; a problem when that is impossible. */
    public static SqlDatabase open(Engine engine, Executors executors) {
        engine.prepare();
        try {
            return new SqlDatabase(engine, new GroupCommit(engine, executors), executors);
        } catch (SQLException e) {
            engine.close();
            throw new ProblemException(Problem.of(StoreProblem.FAILED, engine.name() + " could not be opened: " + e.getMessage()), e);
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        return readers.read(work);
    }

    @Override
    public <T> CompletableFuture<T> write(Work<T> work) {
        return writer.submit(work);
    }

    @Override
    public <T> CompletableFuture<T> writeBehind(List<? extends Work<? extends T>> steps) {
        return writer.submitBehind(steps);
    }

    @Override
    public <T> T writeAndWait(Work<T> work) {
        return Waiting.forResult(write(work));
    }

    @Override
    public void migrate(String domain, List<Migration> steps) {
        migrations.run(domain, steps);
    }

    @Override
    public Writing writing() {
        return writer.writing();
    }

    @Override
    public boolean shared() {
        return engine.shared();
    }

    @Override
    public void close() {
        checkpoints.close();
        writer.close();
        readers.close();
        engine.close();
    }
}

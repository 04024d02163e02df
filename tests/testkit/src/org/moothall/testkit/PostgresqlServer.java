package org.moothall.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Secret;

/** A PostgreSQL server of its own in a temporary directory, on a free port of 127.0.0.1; gone when closed. */
public final class PostgresqlServer implements AutoCloseable {

    /** Name and password of the owner of all databases. */
    public static final String USER = "moothall";
    /** The owner's password. */
    public static final Secret PASSWORD = Secret.of("peer-test");
    private static final Duration START = Duration.ofSeconds(60);

    private static @Nullable PostgresqlServer shared;

    private final Path directory;
    private final Process server;
    private final int port;
    private int databases;

    private PostgresqlServer(Path directory, Process server, int port) {
        this.directory = directory;
        this.server = server;
        this.port = port;
    }

    /** Whether PostgreSQL is installed on this machine; the whole test run installs it. */
    public static boolean installed() {
        try {
            return find().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that all tests of this process share, started when first asked for; gone when the process ends. */
    public static synchronized PostgresqlServer shared() {
        PostgresqlServer known = shared;
        if (known == null) {
            try {
                known = start();
            } catch (IOException | SQLException e) {
                throw new AssertionError("PostgreSQL does not start", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            shared = known;
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(known::stop));
        }
        return known;
    }

    private void stop() {
        try {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts one; fails with what to install when there is none. */
    public static PostgresqlServer start() throws IOException, InterruptedException, SQLException {
        Path programs = programs();
        Path directory = Files.createTempDirectory("moothall-postgresql-");
        Path passwordFile = Files.writeString(directory.resolve("password"), PASSWORD.reveal());
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", directory.toString()));
        }
        Path data = directory.resolve("data");
        run(asOwner(programs.resolve("initdb").toString(), "-D", data.toString(), "-U", USER, "-A", "scram-sha-256", "--pwfile=" + passwordFile,
                "--no-sync", "-E", "UTF8", "--locale=C"));
        int port = freePort();
        Process server = new ProcessBuilder(asOwner(programs.resolve("postgres").toString(), "-D", data.toString(), "-p", String.valueOf(port),
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=60"))
                .directory(directory.toFile()).redirectErrorStream(true).redirectOutput(directory.resolveSibling(directory.getFileName() + ".log").toFile())
                .start();
        PostgresqlServer started = new PostgresqlServer(directory, server, port);
        started.awaitUp();
        return started;
    }

    private static Path programs() throws IOException {
        return find()
                .orElseThrow(() -> new AssertionError("PostgreSQL is missing: install it (Debian: apt-get install postgresql), then run the tests again."));
    }

    private static Optional<Path> find() throws IOException {
        Path packages = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(packages)) {
            try (Stream<Path> versions = Files.list(packages)) {
                List<Path> found = versions.map(version -> version.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("postgres"))).toList();
                if (!found.isEmpty()) {
                    return found.stream().max(Comparator.comparing(Path::toString));
                }
            }
        }
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator)).map(Path::of)
                .filter(bin -> Files.isExecutable(bin.resolve("initdb"))).findFirst();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL refuses to run as root; setpriv becomes the program, so that our process is the server itself. */
    private static List<String> asOwner(String... command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        all.addAll(List.of(command));
        return all;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(new File("/")).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + output);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitUp() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try (Connection connection = connect()) {
                return;
            } catch (SQLException e) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    close();
                    throw e;
                }
                server.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", USER);
        settings.setProperty("password", PASSWORD.reveal());
        return Objects.requireNonNull(new org.postgresql.Driver().connect(url("postgres"), settings));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The address of a new, empty database. */
    public synchronized String newDatabase() {
        String name = "test" + ++databases;
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new AssertionError("no database could be made", e);
        }
        return url(name);
    }

    /** Breaks every connection to this server, as a restart of it does. */
    public void breakConnections() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = '" + USER + "'");
        }
    }

    @Override
    public void close() throws InterruptedException {
        run("kill", "-INT", String.valueOf(server.pid())); // fast shutdown: does not wait for clients
        if (!server.waitFor(20, TimeUnit.SECONDS)) {
            server.destroyForcibly().waitFor();
        }
        run("rm", "-rf", directory.toString(), directory + ".log");
    }

    private static void run(String... command) throws InterruptedException {
        try {
            run(List.of(command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.moothall.web.internal.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.moothall.web.internal.tls.CertificateIssuer.Issued;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's certificate in {@code tls/}: issued by an authority of its own on the first start, issued anew when it nears
 * its end or lacks a name. The authority stays, so clients that trust it notice nothing.
 */
public final class ServerCertificate {

    private static final Logger LOG = LoggerFactory.getLogger(ServerCertificate.class);
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private final Path directory;
    private final Clock clock;

    /** Keeps its files in this directory. */
    public ServerCertificate(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The PEM file that clients verify the server with. */
    public Path authorityFile() {
        return directory.resolve("ca.pem");
    }

    /** Key and chain, good for at least another month, protected by this password in memory. */
    public KeyStore keyStore(String bindAddress, char[] password) {
        try {
            Set<SubjectName> names = SubjectName.of(bindAddress);
            if (due(bindAddress)) {
                issue(names);
            }
            // Lives in memory only; the newer kind derives keys for a tenth of a second each time.
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            List<X509Certificate> chain = PemFiles.certificates(serverFile());
            store.setKeyEntry("server", PemFiles.key(serverKeyFile()), password, chain.toArray(Certificate[]::new));
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate in " + directory + " cannot be used.", e);
        }
    }

    /** Whether {@link #keyStore} would issue a new certificate now. */
    public boolean due(String bindAddress) {
        try {
            return !usable(SubjectName.of(bindAddress));
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("The certificate in {} cannot be read; a new one is issued.", directory, e);
            return true;
        }
    }

    private Path serverFile() {
        return directory.resolve("server.pem");
    }

    private Path serverKeyFile() {
        return directory.resolve("server.key");
    }

    private Path authorityKeyFile() {
        return directory.resolve("ca.key");
    }

    private boolean usable(Set<SubjectName> names) throws IOException, GeneralSecurityException {
        if (!Files.exists(serverFile()) || !Files.exists(serverKeyFile()) || !Files.exists(authorityFile())) {
            return false;
        }
        X509Certificate certificate = PemFiles.certificates(serverFile()).get(0);
        return certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEW_BEFORE)) && named(certificate).containsAll(names);
    }

    private static Set<SubjectName> named(X509Certificate certificate) throws GeneralSecurityException {
        Set<SubjectName> names = new LinkedHashSet<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives != null) {
            alternatives.forEach(entry -> names.add(SubjectName.parsed(String.valueOf(entry.get(1)))));
        }
        return names;
    }

    private void issue(Set<SubjectName> names) throws IOException, GeneralSecurityException {
        CertificateIssuer issuer = new CertificateIssuer(clock.instant());
        Issued authority = authority(issuer);
        String commonName = names.stream().filter(name -> !name.isAddress()).reduce((first, last) -> last).map(SubjectName::value).orElse("localhost");
        Issued server = issuer.server(authority, commonName, names);
        PemFiles.write(serverKeyFile(), server.key());
        PemFiles.write(serverFile(), List.of(server.certificate(), authority.certificate()));
        LOG.info("Issued a server certificate for {}.", names.stream().map(SubjectName::value).toList());
    }

    private Issued authority(CertificateIssuer issuer) throws IOException, GeneralSecurityException {
        if (Files.exists(authorityFile()) && Files.exists(authorityKeyFile())) {
            X509Certificate certificate = PemFiles.certificates(authorityFile()).get(0);
            Instant needed = clock.instant().plus(CertificateIssuer.SERVER_VALID);
            if (certificate.getNotAfter().toInstant().isAfter(needed)) {
                PrivateKey key = PemFiles.key(authorityKeyFile());
                return new Issued(certificate, key);
            }
        }
        Issued authority = issuer.authority("Moothall server authority " + clock.instant().toString().substring(0, 10));
        PemFiles.write(authorityKeyFile(), authority.key());
        PemFiles.write(authorityFile(), List.of(authority.certificate()));
        return authority;
    }
}

package org.moothall.servers.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.moothall.core.PeerCertificate;
import org.moothall.ui.model.Formats;

/** What people compare before they trust a certificate. */
final class CertificateFacts {

    private CertificateFacts() { }

    static List<Fact> of(PeerCertificate shown) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(Texts.of("certificate.subject"), shown.subject()));
        facts.add(Fact.of(Texts.of("certificate.issuer"), shown.issuer().equals(shown.subject()) ? Texts.of("certificate.itself") : shown.issuer()));
        facts.add(Fact.of(Texts.of("certificate.names"), shown.names().isEmpty() ? Texts.of("none") : String.join(", ", shown.names())));
        facts.add(Fact.of(Texts.of("certificate.valid"), Texts.of("certificate.from-to", Formats.local().date(shown.notBefore()), Formats.local().date(shown.notAfter()))));
        String pairs = shown.sha256().toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
        facts.add(Fact.of(Texts.of("certificate.fingerprint"), pairs.substring(0, pairs.length() / 2 + 1)));
        facts.add(Fact.of("", pairs.substring(pairs.length() / 2 + 1)));
        return facts;
    }
}

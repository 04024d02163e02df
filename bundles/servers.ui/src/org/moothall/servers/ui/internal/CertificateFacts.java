package org.moothall.servers.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.moothall.core.PeerCertificate;
import org.moothall.ui.model.Formats;

/** What people compare before they trust a certificate. */
final class CertificateFacts {

    /** Eight bytes: nothing of a fingerprint may be cut. */
    private static final int LINE = 24;

    private CertificateFacts() {}

    static List<Fact> of(PeerCertificate shown) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(Texts.of("certificate.subject"), shown.subject()));
        facts.add(Fact.of(Texts.of("certificate.issuer"), shown.issuer().equals(shown.subject()) ? Texts.of("certificate.itself") : shown.issuer()));
        facts.add(Fact.of(Texts.of("certificate.names"), shown.names().isEmpty() ? Texts.of("none") : String.join(", ", shown.names())));
        facts.add(Fact.of(Texts.of("certificate.valid"),
                Texts.of("certificate.from-to", Formats.local().date(shown.notBefore()), Formats.local().date(shown.notAfter()))));
        String pairs = shown.sha256().toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
        for (int from = 0; from < pairs.length(); from += LINE) {
            facts.add(Fact.of(from == 0 ? Texts.of("certificate.fingerprint") : "", pairs.substring(from, Math.min(pairs.length(), from + LINE))));
        }
        return facts;
    }
}

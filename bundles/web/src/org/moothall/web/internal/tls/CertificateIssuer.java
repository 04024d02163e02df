package org.moothall.web.internal.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.eclipse.jdt.annotation.Nullable;

/** Makes keys and certificates. Its own class, so that the library is loaded only when something is issued. */
final class CertificateIssuer {

    static final Duration AUTHORITY_VALID = Duration.ofDays(3_650);
    /** What current clients accept at the most. */
    static final Duration SERVER_VALID = Duration.ofDays(397);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(24);
    private static final int SERIAL_BITS = 127;

    private final SecureRandom random = new SecureRandom();
    private final Instant now;

    CertificateIssuer(Instant now) {
        this.now = now;
    }

    /** A certificate and the key it is for. */
    record Issued(X509Certificate certificate, PrivateKey key) {}

    Issued authority(String name) throws GeneralSecurityException, IOException {
        KeyPair pair = newPair();
        X500Name subject = new X500Name("CN=" + name + ", O=Moothall");
        X509v3CertificateBuilder builder = builder(subject, subject, pair.getPublic(), AUTHORITY_VALID);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        identify(builder, pair.getPublic(), pair.getPublic());
        return new Issued(sign(builder, pair.getPrivate()), pair.getPrivate());
    }

    Issued server(Issued authority, String commonName, Collection<SubjectName> names) throws GeneralSecurityException, IOException {
        KeyPair pair = newPair();
        X500Name issuer = X500Name.getInstance(authority.certificate().getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder builder = builder(issuer, new X500Name("CN=" + commonName + ", O=Moothall"), pair.getPublic(), SERVER_VALID);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names.stream()
                .map(name -> new GeneralName(name.isAddress() ? GeneralName.iPAddress : GeneralName.dNSName, name.value()))
                .toArray(GeneralName[]::new)));
        identify(builder, pair.getPublic(), authority.certificate().getPublicKey());
        return new Issued(sign(builder, authority.key()), pair.getPrivate());
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Duration valid) {
        return new JcaX509v3CertificateBuilder(issuer, new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                Date.from(now.minus(CLOCKS_DIFFER)), Date.from(now.plus(valid)), subject, key);
    }

    private static void identify(X509v3CertificateBuilder builder, PublicKey subject, PublicKey authority)
            throws GeneralSecurityException, IOException {
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(subject));
        builder.addExtension(Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(authority));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, @Nullable PrivateKey key) throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }
}

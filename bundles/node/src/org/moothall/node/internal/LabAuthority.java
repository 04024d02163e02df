package org.moothall.node.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate authority of a lab: {@code ca.pem} and {@code ca.key} in its folder, made once. */
final class LabAuthority {

    private static final Duration LIFE = Duration.ofDays(3_650);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofHours(1);

    private final Path directory;

    LabAuthority(Path directory) {
        this.directory = directory;
    }

    Path certificateFile() {
        return directory.resolve("ca.pem");
    }

    /** Makes the authority unless it is there. */
    void establish() throws IOException, GeneralSecurityException {
        if (!Files.exists(certificateFile()) || !Files.exists(directory.resolve("ca.key"))) {
            KeyPair keys = keys();
            X500Name name = new X500Name("CN=Moothall lab authority " + Long.toHexString(new SecureRandom().nextLong()));
            X509Certificate certificate = sign(name, name, keys.getPublic(), keys.getPublic(), keys.getPrivate(), List.of());
            PrivateFiles.write(directory.resolve("ca.key"), Pem.encode("PRIVATE KEY", keys.getPrivate().getEncoded()), true);
            PrivateFiles.write(certificateFile(), Pem.encode("CERTIFICATE", certificate.getEncoded()), false);
        }
    }

    /** Makes {@code node.pem} and {@code node.key} in this folder unless they are there. */
    void issue(Path folder, String name) throws IOException, GeneralSecurityException {
        if (!Files.exists(folder.resolve("node.pem")) || !Files.exists(folder.resolve("node.key"))) {
            KeyPair keys = keys();
            X509Certificate authority = (X509Certificate) Pem.chain(certificateFile())[0];
            X500Name issuer = new X500Name(authority.getSubjectX500Principal().getName());
            X509Certificate certificate = sign(issuer, new X500Name("CN=" + name), keys.getPublic(), authority.getPublicKey(),
                    Pem.key(directory.resolve("ca.key")), names());
            PrivateFiles.write(folder.resolve("node.key"), Pem.encode("PRIVATE KEY", keys.getPrivate().getEncoded()), true);
            PrivateFiles.write(folder.resolve("node.pem"), Pem.encode("CERTIFICATE", certificate.getEncoded()), false);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static List<GeneralName> names() {
        List<GeneralName> names = new ArrayList<>(
                List.of(new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                        new GeneralName(GeneralName.iPAddress, "::1")));
        try {
            String host = InetAddress.getLocalHost().getHostName();
            if (host.matches("[A-Za-z0-9.-]+") && !"localhost".equals(host)) {
                names.add(new GeneralName(GeneralName.dNSName, host));
            }
        } catch (UnknownHostException e) {
            // A machine whose own name has no address is reached by the names above.
            return names;
        }
        return names;
    }

    private static X509Certificate sign(X500Name issuer, X500Name subject, PublicKey key, PublicKey issuerKey, PrivateKey signer, List<GeneralName> names)
            throws IOException, GeneralSecurityException {
        Instant from = Instant.now().minus(CLOCKS_DIFFER_BY);
        boolean authority = names.isEmpty();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer, new BigInteger(120, new SecureRandom()), Date.from(from),
                Date.from(from.plus(LIFE)), subject, key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
        builder.addExtension(Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(issuerKey));
        if (!authority) {
            builder.addExtension(Extension.extendedKeyUsage, false,
                    new ExtendedKeyUsage(new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
        }
        try {
            return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}

package org.moothall.licensing.authority.codes;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.licensing.authority.AuthorityProblem;

/** A code as it is carried: what it says, and the Ed25519 signature of who says it. */
public final class SignedCode {

    private static final int SIGNATURE = 64;

    private final Code code;
    private final byte[] content;
    private final byte[] signature;

    private SignedCode(Code code, byte[] content, byte[] signature) {
        this.code = code;
        this.content = content;
        this.signature = signature;
    }

    /** Signs a code. */
    public static SignedCode sign(Code code, PrivateKey key) {
        byte[] content = CodeContent.write(code);
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(content);
            return new SignedCode(code, content, signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with its own Ed25519 keys", e);
        }
    }

    /**
     * Reads what somebody typed or pasted; whose it is still has to be asked.
     *
     * @throws ProblemException {@link AuthorityProblem#CODE_MISTYPED}
     */
    public static SignedCode read(String text) {
        byte[] bytes = CodeText.bytes(text);
        int length = CodeContent.length(bytes);
        if (length < 0 || bytes.length < length + SIGNATURE) {
            throw Problem.of(AuthorityProblem.CODE_MISTYPED, "A part of the code is missing, or it is no code of this kind. Copy it as a whole.").exception();
        }
        byte[] content = Arrays.copyOf(bytes, length);
        return new SignedCode(CodeContent.read(content), content, Arrays.copyOfRange(bytes, length, length + SIGNATURE));
    }

    /** What it says; not to be believed before {@link #verify}. */
    public Code code() {
        return code;
    }

    /** What it says when the owner of this key said it. @throws ProblemException {@link AuthorityProblem#NOT_GENUINE} */
    public Code verify(PublicKey key) {
        if (!signedBy(key)) {
            throw Problem.of(AuthorityProblem.NOT_GENUINE,
                    "Whoever made this code is not who is trusted here. Check that it comes from the right place; nothing was changed.").exception();
        }
        return code;
    }

    private boolean signedBy(PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The text to be carried. */
    @Override
    public String toString() {
        byte[] all = Arrays.copyOf(content, content.length + SIGNATURE);
        System.arraycopy(signature, 0, all, content.length, SIGNATURE);
        return CodeText.of(all);
    }
}

package org.moothall.licensing.authority.codes;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.licensing.authority.AuthorityProblem;

/** A code as it is carried: what it says, and the Ed25519 signature of who says it. */
public final class SignedCode {

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
        return new SignedCode(code, content, Ed25519.sign(content, key));
    }

    /**
     * Reads what somebody typed or pasted; whose it is still has to be asked.
     *
     * @throws ProblemException {@link AuthorityProblem#CODE_MISTYPED}
     */
    public static SignedCode read(String text) {
        byte[] bytes = CodeText.bytes(text);
        int length = CodeContent.length(bytes);
        if (length < 0 || bytes.length < length + Ed25519.LENGTH) {
            throw Problem.of(AuthorityProblem.CODE_MISTYPED, "A part of the code is missing, or it is no code of this kind. Copy it as a whole.").exception();
        }
        byte[] content = Arrays.copyOf(bytes, length);
        return new SignedCode(CodeContent.read(content), content, Arrays.copyOfRange(bytes, length, length + Ed25519.LENGTH));
    }

    /** What it says; not to be believed before {@link #verify}. */
    public Code code() {
        return code;
    }

    /** What it says when the owner of this key said it. @throws ProblemException {@link AuthorityProblem#NOT_GENUINE} */
    public Code verify(PublicKey key) {
        if (!Ed25519.fits(content, signature, key)) {
            throw Problem.of(AuthorityProblem.NOT_GENUINE,
                    "Whoever made this code is not who is trusted here. Check that it comes from the right place; nothing was changed.").exception();
        }
        return code;
    }

    /** The text to be carried. */
    @Override
    public String toString() {
        byte[] all = Arrays.copyOf(content, content.length + Ed25519.LENGTH);
        System.arraycopy(signature, 0, all, content.length, Ed25519.LENGTH);
        return CodeText.of(all);
    }
}

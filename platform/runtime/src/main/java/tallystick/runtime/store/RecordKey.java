package tallystick.runtime.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import tallystick.kernel.Sha256;

/**
 * The Ed25519 key that signs checkpoints, in a file of two lines: private and public key. Keep a copy away from the
 * database, or whoever takes both can write history anew.
 */
public final class RecordKey {
    private final KeyPair pair;

    private RecordKey(KeyPair pair) {
        this.pair = pair;
    }

    /** Reads the key of an installation, or makes it at the first start. */
    public static RecordKey in(Path file) {
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The record key %s cannot be read or written.".formatted(file), e);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalStateException(
                    "Expected a record key of two lines in %s; found something else. Put the file back from your backup."
                            .formatted(file),
                    e);
        }
    }

    private static RecordKey make(Path file) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var base64 = Base64.getEncoder();
        var text = base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                + base64.encodeToString(pair.getPublic().getEncoded()) + "\n";
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var beside = Files.createTempFile(file.toAbsolutePath().getParent(), "record", ".key", mode);
        Files.writeString(beside, text);
        try {
            Files.createLink(file, beside); // Of two first starts at once, one key wins.
        } catch (FileAlreadyExistsException e) {
            return read(file);
        } finally {
            Files.delete(beside);
        }
        return new RecordKey(pair);
    }

    private static RecordKey read(Path file) throws IOException, GeneralSecurityException {
        var lines = Files.readAllLines(file);
        var factory = KeyFactory.getInstance("Ed25519");
        var base64 = Base64.getDecoder();
        return new RecordKey(new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(1)))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(0))))));
    }

    /** The public key's fingerprint. */
    String id() {
        return Sha256.hex(pair.getPublic().getEncoded()).substring(0, 16);
    }

    byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The record key does not sign.", e);
        }
    }

    boolean verifies(byte[] bytes, byte[] signed) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(pair.getPublic());
            signature.update(bytes);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

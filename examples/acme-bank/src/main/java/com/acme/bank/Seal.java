package com.acme.bank;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Acme's odd signature: the lines in order of their names, joined by {@code &}, and then its wall clock. */
final class Seal {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final ZoneId ACME = ZoneId.of("Asia/Shanghai");

    private final SecretKeySpec key;

    Seal(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    static String stamp(Instant at) {
        return STAMP.format(at.atZone(ACME));
    }

    String of(Lines lines, String stamp) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal((lines.joined("&") + "&" + stamp).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
        }
    }

    /** Whether Acme sealed it, and not long ago. Compared in constant time. */
    boolean isOn(Lines lines, String stamp, String seal, Instant now) {
        try {
            var at = LocalDateTime.parse(stamp, STAMP).atZone(ACME).toInstant();
            var fresh = Duration.between(at, now).abs().compareTo(WINDOW) <= 0;
            return fresh && MessageDigest.isEqual(bytes(of(lines, stamp)), bytes(seal));
        } catch (DateTimeException noStamp) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

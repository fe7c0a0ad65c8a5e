package dev.connectioncheck.sandbox.contract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds a word in a text, in whatever form programs tend to write it. */
final class SecretForms {
    private static final int ALIGNMENTS = 3;
    private static final int BITS_OF_BYTE = 8;
    private static final int BITS_OF_DIGIT = 6;
    private static final int ESCAPES_OF_ESCAPES = 3;
    private static final Pattern UNSEEN = Pattern.compile("[\\r\\n\\x00]");
    private static final Pattern HEX_ESCAPE = Pattern.compile("(?:%|\\\\+x|\\\\+u00|&#[xX]0*)([0-9a-fA-F]{2});?");
    private static final Pattern DECIMAL_ESCAPE = Pattern.compile("&#0*([0-9]{2,3});");

    private final List<String> anyCase;
    private final List<String> base64;

    SecretForms(String word) {
        byte[] ascii = word.getBytes(StandardCharsets.US_ASCII);
        List<String> once = Stream.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_16LE)
                .flatMap(charset -> base64(word, charset))
                .toList();
        this.base64 = Stream.concat(
                        once.stream(), once.stream().flatMap(digits -> base64(digits, StandardCharsets.US_ASCII)))
                .toList();
        this.anyCase = List.of(word.toLowerCase(Locale.ROOT), HexFormat.of().formatHex(ascii));
    }

    /** Tells whether the word is there: as it is, escaped, in hexadecimal, or in base64, once or twice. */
    boolean areIn(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("");
        for (int depth = 0; depth < ESCAPES_OF_ESCAPES; depth++) {
            if (areWrittenIn(seen)) {
                return true;
            }
            seen = unescaped(seen);
        }
        return areWrittenIn(seen);
    }

    private boolean areWrittenIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String digits = text.replace('-', '+').replace('_', '/');
        return anyCase.stream().anyMatch(lower::contains) || base64.stream().anyMatch(digits::contains);
    }

    private static String unescaped(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('\\') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        return replaced(replaced(text, HEX_ESCAPE, 16), DECIMAL_ESCAPE, 10);
    }

    private static String replaced(String text, Pattern escape, int radix) {
        return escape.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), radix))));
    }

    /** The digits that a word is made of wherever it begins; those at its edges hang on what stands beside it. */
    private static Stream<String> base64(String word, Charset charset) {
        byte[] bytes = word.getBytes(charset);
        return IntStream.range(0, ALIGNMENTS).mapToObj(before -> {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int first = (before * BITS_OF_BYTE + BITS_OF_DIGIT - 1) / BITS_OF_DIGIT;
            int end = shifted.length * BITS_OF_BYTE / BITS_OF_DIGIT;
            return Base64.getEncoder().encodeToString(shifted).substring(first, end);
        });
    }
}

package dev.connectioncheck.internal.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** The ways in which drivers, programs and vendors write a text into another. */
enum Encoding {
    PLAIN {
        @Override
        String encode(String text) {
            return text;
        }
    },
    PERCENT_OF_JAVASCRIPT {
        @Override
        String encode(String text) {
            return percent(text, c -> isWord(c) || "-_.!~*'()".indexOf(c) >= 0, "%%%02X");
        }
    },
    PERCENT_OF_PYTHON {
        @Override
        String encode(String text) {
            return percent(text, c -> isWord(c) || "-_.~/".indexOf(c) >= 0, "%%%02X");
        }
    },
    PERCENT_OF_DOT_NET {
        @Override
        String encode(String text) {
            return percent(text, c -> isWord(c) || "-_.!*()".indexOf(c) >= 0, "%%%02x")
                    .replace("%20", "+");
        }
    },
    PERCENT_OF_GO_USER_INFO {
        @Override
        String encode(String text) {
            return percent(text, c -> isWord(c) || "-_.~$&+,;=".indexOf(c) >= 0, "%%%02X");
        }
    },
    QUERY_OF_JAVA {
        @Override
        String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    },
    PERCENT_OF_EVERYTHING {
        @Override
        String encode(String text) {
            return percent(text, c -> false, "%%%02x");
        }
    },
    JSON {
        @Override
        String encode(String text) {
            return escape(text, "\"\\", c -> "\\" + (char) c, c -> c < ' ', Encoding::control);
        }
    },
    JSON_OF_GO {
        @Override
        String encode(String text) {
            return escape(JSON.encode(text), "&<>", Encoding::unit, c -> false, Encoding::unit);
        }
    },
    JSON_OF_PHP {
        @Override
        String encode(String text) {
            return escape(JSON.encode(text), "/", c -> "\\" + (char) c, c -> c > 126, Encoding::unit);
        }
    },
    UNICODE_ESCAPES {
        @Override
        String encode(String text) {
            return escape(text, "", Encoding::unit, c -> true, c -> String.format("\\u%04X", c));
        }
    },
    HTML_OF_GO {
        @Override
        String encode(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("'", "&#39;")
                    .replace("\"", "&#34;");
        }
    },
    HTML_OF_PYTHON {
        @Override
        String encode(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("'", "&#x27;")
                    .replace("\"", "&quot;");
        }
    },
    HTML_OF_PHP {
        @Override
        String encode(String text) {
            return HTML_OF_PYTHON.encode(text).replace("ä", "&auml;").replace("ß", "&szlig;");
        }
    },
    HTML_NUMBERS {
        @Override
        String encode(String text) {
            return codePoints(text, c -> false, c -> "&#" + c + ";");
        }
    },
    SQL_LITERAL {
        @Override
        String encode(String text) {
            return text.replace("'", "''");
        }
    },
    SQL_IDENTIFIER {
        @Override
        String encode(String text) {
            return text.replace("\"", "\"\"");
        }
    },
    SHELL_QUOTES {
        @Override
        String encode(String text) {
            return text.replace("'", "'\\''");
        }
    },
    SHELL_QUOTES_OF_PYTHON {
        @Override
        String encode(String text) {
            return text.replace("'", "'\"'\"'");
        }
    },
    SHELL_BACKSLASHES {
        @Override
        String encode(String text) {
            return escape(text, " \"'\\$`!&;()<>|*?[]{}#~=%", c -> "\\" + (char) c, c -> false, Encoding::unit);
        }
    },
    REPR_OF_PYTHON {
        @Override
        String encode(String text) {
            return escape(text, "'\\", c -> "\\" + (char) c, c -> c < ' ', Encoding::control);
        }
    },
    BYTES_OF_PYTHON {
        @Override
        String encode(String text) {
            StringBuilder encoded = new StringBuilder();
            for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                encoded.append(
                        b < ' ' || b > 126
                                ? String.format("\\x%02x", b & 0xff)
                                : REPR_OF_PYTHON.encode(String.valueOf((char) b)));
            }
            return encoded.toString();
        }
    },
    BASE64 {
        @Override
        String encode(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    },
    BASE64_WITHOUT_PADDING {
        @Override
        String encode(String text) {
            return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    },
    BASE64_OF_URLS {
        @Override
        String encode(String text) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    },
    BASE64_IN_LINES {
        @Override
        String encode(String text) {
            return Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    },
    BASIC_AUTHORIZATION {
        @Override
        String encode(String text) {
            return BASE64.encode("etl:" + text);
        }
    },
    BASE64_OF_LATIN_1 {
        @Override
        String encode(String text) {
            boolean fits = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
            return fits
                    ? Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1))
                    : BASE64.encode(text);
        }
    };

    abstract String encode(String text);

    private static boolean isWord(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static String percent(String text, IntPredicate plain, String format) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(b > 0 && plain.test(b) ? String.valueOf((char) b) : String.format(format, b & 0xff));
        }
        return encoded.toString();
    }

    private static String escape(
            String text, String signs, IntFunction<String> ofSigns, IntPredicate others, IntFunction<String> ofOthers) {
        StringBuilder encoded = new StringBuilder();
        text.chars().forEach(c -> {
            if (signs.indexOf(c) >= 0) {
                encoded.append(ofSigns.apply(c));
            } else {
                encoded.append(others.test(c) ? ofOthers.apply(c) : String.valueOf((char) c));
            }
        });
        return encoded.toString();
    }

    private static String codePoints(String text, IntPredicate plain, IntFunction<String> format) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(c -> encoded.append(plain.test(c) ? Character.toString(c) : format.apply(c)));
        return encoded.toString();
    }

    private static String control(int c) {
        return c == '\n' ? "\\n" : c == '\t' ? "\\t" : unit(c);
    }

    private static String unit(int c) {
        return String.format("\\u%04x", c);
    }
}

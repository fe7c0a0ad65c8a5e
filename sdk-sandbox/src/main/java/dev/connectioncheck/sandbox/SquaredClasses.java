package dev.connectioncheck.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds a definition as the server does: by the name of a Ruby class, made of the type and the name that were sent. */
final class SquaredClasses {
    private static final Pattern WORD = Pattern.compile("(?:^|_)([a-z\\d]*)");
    private static final Map<String, String> KINDS = Map.of("Source", "source", "Destination", "destination");

    private SquaredClasses() {}

    /** Finds the definition, or ends like Ruby with a constant that is not there. */
    static SquaredDefinition find(String type, String name) {
        String module = camelized(type);
        if (!KINDS.containsKey(module)) {
            throw missing(module, suggestion(module));
        }
        String connector = camelized(name);
        return SquaredDefinitions.find(KINDS.getOrDefault(module, ""), connector)
                .orElseThrow(() -> missing(module + "::" + connector, ""));
    }

    /** {@code postgresql} and {@code Postgresql} are {@code Postgresql}, {@code sOURCE} is {@code SOURCE}. */
    static String camelized(String text) {
        return WORD.matcher(text)
                .replaceAll(word -> word.group(1).isEmpty()
                        ? ""
                        : word.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.group(1).substring(1));
    }

    private static String suggestion(String module) {
        return KINDS.keySet().stream()
                .filter(module::equalsIgnoreCase)
                .map(known -> "\nDid you mean?  Multiwoven::Integrations::" + known)
                .findFirst()
                .orElse("");
    }

    private static Refusal missing(String constant, String suggestion) {
        return new Refusal(SquaredErrors.badRequest("uninitialized constant Multiwoven::Integrations::" + constant
                + "\n\n          Object.const_get(\n                ^^^^^^^^^^" + suggestion));
    }
}

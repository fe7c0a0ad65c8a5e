package dev.connectioncheck.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date and time, with a zone or, as UTC, without. One that can't be read counts as absent: no verdict hangs on
 * it, so it must not keep a verdict from being read.
 */
final class LenientInstantDeserializer extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    LenientInstantDeserializer() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            return null;
        }
        return read(parser.getText().strip());
    }

    static @Nullable Instant read(String text) {
        try {
            TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, Instant::from, LocalDateTime::from);
            return read instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : Instant.from(read);
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}

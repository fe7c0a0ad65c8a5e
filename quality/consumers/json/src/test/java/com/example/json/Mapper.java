package com.example.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Ways to write an object as JSON that users have. */
enum Mapper {
    JACKSON_2 {
        @Override
        Optional<String> write(Object value) {
            return jackson2(new ObjectMapper(), value);
        }
    },
    JACKSON_2_THAT_SEES_EVERYTHING {
        @Override
        Optional<String> write(Object value) {
            return jackson2(
                    new ObjectMapper()
                            .setVisibility(PropertyAccessor.ALL, Visibility.ANY)
                            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS),
                    value);
        }
    },
    JACKSON_3 {
        @Override
        Optional<String> write(Object value) {
            return jackson3(JsonMapper.builder().build(), value);
        }
    },
    JACKSON_3_THAT_SEES_EVERYTHING {
        @Override
        Optional<String> write(Object value) {
            return jackson3(
                    JsonMapper.builder()
                            .changeDefaultVisibility(visible -> visible.withVisibility(PropertyAccessor.ALL, Visibility.ANY))
                            .disable(tools.jackson.databind.SerializationFeature.FAIL_ON_EMPTY_BEANS)
                            .build(),
                    value);
        }
    },
    GSON {
        @Override
        Optional<String> write(Object value) {
            return gson(new Gson(), value);
        }
    },
    GSON_WITH_NULLS {
        @Override
        Optional<String> write(Object value) {
            return gson(new GsonBuilder().serializeNulls().create(), value);
        }
    };

    /** Returns the JSON; empty if the mapper gives the object up. */
    abstract Optional<String> write(Object value);

    private static Optional<String> jackson2(ObjectMapper mapper, Object value) {
        try {
            return Optional.of(mapper.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> jackson3(JsonMapper mapper, Object value) {
        try {
            return Optional.of(mapper.writeValueAsString(value));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> gson(Gson gson, Object value) {
        try {
            return Optional.of(gson.toJson(value));
        } catch (JsonParseException | UnsupportedOperationException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}

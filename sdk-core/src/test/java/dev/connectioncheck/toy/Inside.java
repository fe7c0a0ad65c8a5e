package dev.connectioncheck.toy;

import java.lang.reflect.Field;

/** Looks into fields that nobody else should see, for tests of what is left behind there. */
public final class Inside {
    private Inside() {}

    /** Returns what a chain of fields leads to. */
    public static Object of(Object object, String... fields) {
        Object at = object;
        for (String field : fields) {
            at = field(at, field);
        }
        return at;
    }

    private static Object field(Object object, String name) {
        try {
            Field field = object.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(object.getClass() + " has no " + name, e);
        }
    }
}

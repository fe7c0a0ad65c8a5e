package dev.connectioncheck.model;

/**
 * Says that an answer lacks a field that its specification promises.
 *
 * <p>Thrown while an answer is read, never later: whoever executes the call gets an
 * {@link dev.connectioncheck.UnexpectedResponseException} that names the field.
 */
public final class MissingFieldException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the field.
     *
     * @param model the schema's name
     * @param field the field as the vendor writes it
     */
    public MissingFieldException(String model, String field) {
        super(model + " lacks the field " + field);
    }
}

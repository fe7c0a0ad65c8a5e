package dev.connectioncheck.model;

/** Says that a vendor's answer lacks a field that its specification promises. */
public final class MissingFieldException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the field.
     *
     * @param model the schema's name
     * @param field the field as the vendor writes it
     */
    public MissingFieldException(String model, String field) {
        super("The answer (" + model + ") lacks the field " + field + ".");
    }
}

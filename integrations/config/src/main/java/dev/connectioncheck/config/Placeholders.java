package dev.connectioncheck.config;

/** Puts values in the place of what refers to them. */
interface Placeholders {
    /** Leaves every text as it is: whoever made the tree has put the values in already. */
    Placeholders NONE = (place, text) -> new Resolved(text, true, false);

    /** Reports at this place what can't be resolved. */
    Resolved resolve(Place place, String text);
}

package dev.connectioncheck.config;

/** Puts values in the place of what refers to them. */
interface Placeholders {
    /** Leaves every text as it is: whoever made the tree has put the values in already. */
    Placeholders NONE = (place, text) -> new Resolved(text, true, false);

    /** Leaves what stands in no file as it is. */
    static Placeholders inFilesAlone(Placeholders ofFiles) {
        return (place, text) -> place.isInAFile() ? ofFiles.resolve(place, text) : NONE.resolve(place, text);
    }

    /** Reports at this place what can't be resolved. */
    Resolved resolve(Place place, String text);
}

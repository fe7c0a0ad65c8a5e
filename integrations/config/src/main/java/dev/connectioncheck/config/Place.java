package dev.connectioncheck.config;

/** Says where something stands: in a line of a file, or at a path in a tree of settings, with line 0 then. */
record Place(String source, int line, int column) implements Comparable<Place> {
    static Place of(String source) {
        return new Place(source, 0, 0);
    }

    /** Tells whether it is in a file; a tree has been put together by somebody who knew all values. */
    boolean isInAFile() {
        return line > 0;
    }

    @Override
    public int compareTo(Place other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}

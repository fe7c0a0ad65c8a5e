package dev.connectioncheck.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML 1.2, and so JSON, into nodes that know their places. What is more than JSON with comments and fewer quotes
 * is refused: anchors, aliases, merge keys, tags, and several documents. Used once.
 */
final class YamlReader {
    private static final int DEEPEST = 50;

    private final String source;
    private final Iterator<Event> events;
    private final Diagnostics found;
    private Place last;

    private YamlReader(String source, String text, Diagnostics found) {
        this.source = source;
        this.found = found;
        this.last = new Place(source, 1, 1);
        LoadSettings settings = LoadSettings.builder().setLabel(source).build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /** Returns the one document; empty if there is none, or if it can't be read. */
    static Optional<Node> read(String source, String text, Diagnostics found) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new YamlReader(source, withoutMark, found).document();
    }

    private Optional<Node> document() {
        try {
            return Optional.ofNullable(firstDocument());
        } catch (MarkedYamlEngineException e) {
            found.mistake(e.getProblemMark().map(this::placeOf).orElse(last), syntax(e));
        } catch (TooDeepException e) {
            found.mistake(last, "There are more than " + DEEPEST + " levels here; write fewer.");
        } catch (YamlEngineException e) {
            found.mistake(last, "This can't be read as YAML or JSON.");
        }
        return Optional.empty();
    }

    private static String syntax(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("'@'")) {
            return "A value that begins with @ must stand in quotes, such as \"@/run/secrets/key\".";
        }
        if (problem.contains("'%'") || problem.contains("'`'")) {
            return "A value that begins with % or ` must stand in quotes.";
        }
        if (problem.endsWith("but got {")) {
            return "Between braces, a value with ${NAME} must stand in quotes.";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "There is a second colon, or a line that is indented wrongly; a text with a colon must stand in quotes.";
        }
        if (problem.contains("TAB")) {
            return "A tab can't indent a line; use spaces.";
        }
        return "This is no YAML or JSON: " + problem.replaceAll("\\s+", " ") + ".";
    }

    private @Nullable Node firstDocument() {
        Node document = null;
        int documents = 0;
        while (events.hasNext()) {
            Event event = next();
            if (event instanceof DocumentStartEvent) {
                documents++;
                if (documents == 2) {
                    found.mistake(last, "A second document begins here; a file holds one.");
                }
            } else if (event instanceof NodeEvent node) {
                Node read = node(node, 0);
                document = documents == 1 ? read : document;
            }
        }
        return document;
    }

    private Event next() {
        Event event = events.next();
        event.getStartMark().ifPresent(mark -> last = placeOf(mark));
        return event;
    }

    private Place placeOf(Mark mark) {
        return new Place(source, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Node node(NodeEvent event, int depth) {
        if (depth > DEEPEST) {
            throw new TooDeepException();
        }
        Place place = last;
        refuseSurprises(event, place);
        if (event instanceof MappingStartEvent) {
            return mapping(place, depth);
        }
        if (event instanceof CollectionStartEvent) {
            return sequence(place, depth);
        }
        return event instanceof ScalarEvent scalar ? scalar(scalar, place) : new Node.Refused(place);
    }

    private void refuseSurprises(NodeEvent event, Place place) {
        if (event instanceof AliasEvent) {
            found.mistake(place, "Aliases (*name) are not read; write the value out.");
        } else if (event.getAnchor().isPresent()) {
            found.mistake(place, "Anchors (&name) are not read; remove it.");
        }
        if (tagOf(event).isPresent()) {
            found.mistake(place, "Tags (!name) are not read; remove it.");
        }
    }

    private static Optional<String> tagOf(NodeEvent event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
    }

    private Node scalar(ScalarEvent event, Place place) {
        String text = event.getValue();
        if (!event.isPlain() || tagOf(event).isPresent()) {
            return new Node.Scalar(place, text, Optional.of(text));
        }
        Optional<String> surprise = PlainScalar.surprise(text);
        surprise.ifPresent(why -> found.mistake(place, why));
        return surprise.isPresent() ? new Node.Refused(place) : new Node.Scalar(place, text, PlainScalar.value(text));
    }

    private Node sequence(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        while (next() instanceof NodeEvent item) {
            items.add(node(item, depth + 1));
        }
        return new Node.Sequence(place, items);
    }

    private Node mapping(Place place, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        boolean isMerged = false;
        while (next() instanceof NodeEvent key) {
            Place keyPlace = last;
            isMerged |= isMerge(key);
            Optional<String> name = key(key, depth);
            Node value = node((NodeEvent) next(), depth + 1);
            name.ifPresent(text -> put(entries, text, new Node.Entry(keyPlace, value)));
        }
        return isMerged ? new Node.Refused(place) : new Node.Mapping(place, entries);
    }

    private static boolean isMerge(NodeEvent key) {
        return key instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getValue().equals("<<");
    }

    private void put(Map<String, Node.Entry> entries, String key, Node.Entry entry) {
        Node.Entry earlier = entries.putIfAbsent(key, entry);
        if (earlier != null) {
            found.mistake(
                    entry.place(),
                    "The key " + key + " is in line " + earlier.place().line() + " already; keep one of the two.");
        }
    }

    /** Reads a key, which is a text even if it looks like a number. */
    private Optional<String> key(NodeEvent event, int depth) {
        Place place = last;
        if (!(event instanceof ScalarEvent scalar)) {
            node(event, depth + 1);
            if (!(event instanceof AliasEvent)) {
                found.mistake(place, "A key must be a text.");
            }
            return Optional.empty();
        }
        refuseSurprises(scalar, place);
        String text = scalar.getValue();
        if (isMerge(scalar)) {
            found.mistake(place, "Merge keys (<<) are not read; write the values out.");
            return Optional.empty();
        }
        if (scalar.isPlain() && !text.isEmpty()) {
            PlainScalar.surprise(text).ifPresent(why -> found.mistake(place, why));
        }
        return Optional.of(text);
    }

    private static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

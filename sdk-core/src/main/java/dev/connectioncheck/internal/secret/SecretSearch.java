package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Spans;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Finds any number of secrets in one pass over a text (Aho and Corasick, "Efficient string matching", 1975), so that
 * neither many secrets nor a long text, nor both, take long.
 */
final class SecretSearch {
    private static final String DELIMITERS = "\"'`:/@?#()[]<>";

    private final Node root = new Node(null, 0);
    private final @Nullable Node[] first = new Node[128];
    private int shortest = Integer.MAX_VALUE;
    private boolean linked;

    /** What has to stand around a secret, or a part of one, for it to be one. */
    enum Surroundings {
        ANY,
        /** No letter or digit: the secret is an ordinary word, and may be part of another. */
        NO_WORD,
        /** Delimiters of texts and URLs: it is a part of a secret that a parser may have cut out. */
        DELIMITERS
    }

    /** Adds a secret. If it is there already, the surroundings that ask for less count. */
    void add(String secret, Surroundings surroundings) {
        Node node = root;
        for (int i = 0; i < secret.length(); i++) {
            node = node.child(folded(secret.charAt(i)));
        }
        if (node.surroundings == null || surroundings.compareTo(node.surroundings) < 0) {
            node.surroundings = surroundings;
        }
        shortest = Math.min(shortest, secret.length());
        linked = false;
    }

    boolean isEmpty() {
        return shortest == Integer.MAX_VALUE;
    }

    /** Returns the length of the shortest secret, or a very large number if there is none. */
    int shortest() {
        return shortest;
    }

    /**
     * Collects where the secrets are.
     *
     * @param cut whether the text goes on: the beginning of a secret at its end counts then
     */
    void find(DecodedText text, boolean cut, Spans spans) {
        link();
        Node node = root;
        for (int i = 0; i < text.length(); i++) {
            node = step(node, folded(text.charAt(i)));
            addLongest(node, text, i + 1, spans);
        }
        if (cut) {
            spans.add(text, text.length() - node.depth, text.length());
        }
    }

    private void addLongest(Node last, DecodedText text, int end, Spans spans) {
        for (Node node = last.surroundings != null ? last : last.shorter; node != null; node = node.shorter) {
            if (fits(node, text, end - node.depth, end)) {
                spans.add(text, end - node.depth, end);
                return;
            }
        }
    }

    private static boolean fits(Node node, DecodedText text, int start, int end) {
        char before = text.at(start - 1);
        char after = text.at(end);
        return switch (node.surroundings()) {
            case ANY -> true;
            case NO_WORD -> !isOfWord(before) && !isOfWord(after);
            case DELIMITERS -> DELIMITERS.indexOf(before) >= 0 && DELIMITERS.indexOf(after) >= 0;
        };
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Query encoding writes blanks as plus signs, and some decode these and some do not: both are one. */
    private static char folded(char c) {
        return c == '+' || c == '\u00a0' ? ' ' : c;
    }

    private Node step(Node from, char c) {
        Node node = from;
        while (node != root) {
            Node next = node.next(c);
            if (next != null) {
                return next;
            }
            node = node.fallback == null ? root : node.fallback;
        }
        Node next = c < first.length ? first[c] : root.next(c);
        return next == null ? root : next;
    }

    /** Lets each node know where to go on when its text does not: the longest end of it that begins a secret. */
    private void link() {
        if (linked) {
            return;
        }
        root.children((c, child) -> {
            if (c < first.length) {
                first[c] = child;
            }
        });
        Queue<Node> nodes = new ArrayDeque<>();
        nodes.add(root);
        while (!nodes.isEmpty()) {
            Node node = nodes.remove();
            node.children((c, child) -> {
                child.fallback = node == root ? root : step(node.fallback == null ? root : node.fallback, c);
                child.shorter = child.fallback.surroundings != null ? child.fallback : child.fallback.shorter;
                nodes.add(child);
            });
        }
        linked = true;
    }

    /** The beginning of one secret or more. Most have one way to go on, which needs no map. */
    private static final class Node {
        private final int depth;
        private char only;
        private @Nullable Node onlyChild;
        private @Nullable Map<Character, Node> others;
        private @Nullable Node fallback;
        private @Nullable Node shorter;
        private @Nullable Surroundings surroundings;

        Node(@Nullable Node fallback, int depth) {
            this.fallback = fallback;
            this.depth = depth;
        }

        Surroundings surroundings() {
            return surroundings == null ? Surroundings.ANY : surroundings;
        }

        @Nullable Node next(char c) {
            if (onlyChild != null && c == only) {
                return onlyChild;
            }
            return others == null ? null : others.get(c);
        }

        Node child(char c) {
            Node known = next(c);
            if (known != null) {
                return known;
            }
            Node child = new Node(null, depth + 1);
            if (onlyChild == null) {
                only = c;
                onlyChild = child;
            } else {
                others = others == null ? new HashMap<>() : others;
                others.put(c, child);
            }
            return child;
        }

        void children(java.util.function.BiConsumer<Character, Node> each) {
            if (onlyChild != null) {
                each.accept(only, onlyChild);
            }
            if (others != null) {
                others.forEach(each);
            }
        }
    }
}

package dev.connectioncheck.temporal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A user's tables of connections and verdicts, as folders that several processes share. */
final class Table implements Connections, Verdicts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 100;

    private final Path root;

    Table(Path root) {
        this.root = root;
    }

    /** Saves a connection with settings; one of Datafold whose name is its id need not be saved. */
    void save(ConnectionRef ref, String kind, Map<String, ?> settings) {
        write(root.resolve("connections").resolve(name(ref.id())), Map.of("kind", kind, "settings", settings));
    }

    void saveSweep(String sweep, List<String> ids) {
        write(root.resolve("sweeps").resolve(name(sweep)), Map.of("ids", ids));
    }

    @Override
    public CheckTarget find(ConnectionRef ref) {
        Path row = root.resolve("connections").resolve(name(ref.id()));
        Fields saved = Files.exists(row) ? Fields.of(read(row)) : Fields.none();
        String kind = saved.text("kind").orElse(ref.id());
        Map<String, Object> settings =
                saved.part("settings").orElse(Fields.none()).toMap();
        switch (kind) {
            case "broken" ->
                throw new IllegalStateException("jdbc:postgresql://db?password=" + settings.get("password"));
            case "collapsing" -> throw new AssertionError("jdbc:postgresql://db?password=" + settings.get("password"));
            default -> {}
        }
        return switch (ref.vendor()) {
            case "datafold" -> DatafoldTarget.dataSource(Long.parseLong(kind));
            case "squared" -> SquaredTarget.source(kind, settings);
            case "artie" -> ArtieTarget.unsaved(kind, settings);
            case "unstructured" -> UnstructuredTarget.source(UUID.fromString(kind));
            default -> throw new IllegalArgumentException("no such vendor");
        };
    }

    @Override
    public ConnectionPage page(String sweep, Optional<String> cursor) {
        List<ConnectionRef> refs = Fields.of(read(root.resolve("sweeps").resolve(name(sweep)))).texts("ids").stream()
                .map(id -> ConnectionRef.of("datafold", id))
                .toList();
        int from = cursor.map(Integer::parseInt).orElse(0);
        int to = Math.min(from + PAGE, refs.size());
        List<ConnectionRef> page = refs.subList(from, to);
        return to == refs.size() ? ConnectionPage.last(page) : ConnectionPage.of(page, Integer.toString(to));
    }

    @Override
    public void record(StoredVerdict verdict) {
        Path row = verdicts(verdict.ref()).resolve(name(verdict.run()));
        if (!Files.exists(row)) {
            write(row, verdict.toMap());
        }
    }

    @Override
    public Optional<Verdict> previous(StoredVerdict now) {
        return rows(verdicts(now.ref()))
                .map(row -> StoredVerdict.of(read(row)))
                .filter(row -> !row.run().equals(now.run()) && row.verdict().isPresent())
                .max(Comparator.comparing(StoredVerdict::decided))
                .flatMap(StoredVerdict::verdict);
    }

    @Override
    public void changed(Verdict before, StoredVerdict now) {
        write(
                root.resolve("changes").resolve(Instant.now().toEpochMilli() + "-" + UUID.randomUUID()),
                Map.of("text", now.ref() + " " + before + " " + now.verdict().orElseThrow()));
    }

    /** What was recorded, by run. */
    List<StoredVerdict> verdicts() {
        return rows(root.resolve("verdicts"))
                .flatMap(Table::rows)
                .map(row -> StoredVerdict.of(read(row)))
                .toList();
    }

    /** Quicker than to read them. */
    long count() {
        return rows(root.resolve("verdicts")).flatMap(Table::rows).count();
    }

    List<String> changes() {
        return rows(root.resolve("changes"))
                .map(row -> Fields.of(read(row)).needed("text"))
                .distinct()
                .toList();
    }

    private Path verdicts(ConnectionRef ref) {
        return root.resolve("verdicts").resolve(name(ref.toString()));
    }

    private static Stream<Path> rows(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> rows = Files.list(folder)) {
            return rows.filter(row -> !row.toString().endsWith(".new")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> read(Path row) {
        try {
            return JSON.readValue(row.toFile(), new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All at once: a process that dies leaves no half of a row. */
    private static void write(Path row, Map<String, ?> value) {
        try {
            Files.createDirectories(Objects.requireNonNull(row.getParent()));
            Path fresh = row.resolveSibling(UUID.randomUUID() + ".new");
            JSON.writeValue(fresh.toFile(), value);
            Files.move(fresh, row, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

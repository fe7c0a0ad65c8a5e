package dev.connectioncheck;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds files that need each other, directly or by way of others; a nested class belongs to its file. */
final class FileCycles {
    private final Map<String, Set<String>> uses = new TreeMap<>();

    private FileCycles(JavaClasses classes) {
        for (JavaClass type : classes) {
            Set<String> used = uses.computeIfAbsent(fileOf(type), file -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .filter(classes::contains)
                    .map(FileCycles::fileOf)
                    .filter(file -> !file.equals(fileOf(type)))
                    .forEach(used::add);
        }
    }

    /** Lists the files that can be reached from themselves, each with what it uses on the way back. */
    static List<String> in(JavaClasses classes) {
        FileCycles cycles = new FileCycles(classes);
        return cycles.uses.keySet().stream()
                .filter(file -> cycles.reachableFrom(file).contains(file))
                .map(file -> file + " by way of " + cycles.backTo(file))
                .toList();
    }

    private Set<String> backTo(String file) {
        Set<String> back = new TreeSet<>(uses.getOrDefault(file, Set.of()));
        back.removeIf(used -> !reachableFrom(used).contains(file));
        return back;
    }

    private Set<String> reachableFrom(String file) {
        Set<String> reached = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>(uses.getOrDefault(file, Set.of()));
        while (!waiting.isEmpty()) {
            String next = waiting.remove();
            if (reached.add(next)) {
                waiting.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    private static String fileOf(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }
}

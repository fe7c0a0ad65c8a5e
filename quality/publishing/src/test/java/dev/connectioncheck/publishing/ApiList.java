package dev.connectioncheck.publishing;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what a module exports: its packages, their types, and the members that others can reach. */
final class ApiList {
    private final ModuleDescriptor module;
    private final Set<String> lines = new TreeSet<>();

    static {
        // Names are all that is needed of what a module refers to: looking all of it up takes most of the time.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private ApiList(ModuleDescriptor module) {
        this.module = module;
    }

    /** Reads a folder of classes, or the jar of a module that has its name from the manifest. */
    static Stream<String> of(Path code) {
        ApiList list =
                new ApiList(ModuleFinder.of(code).findAll().iterator().next().descriptor());
        Set<String> exported = list.exported();
        imported(code).stream()
                .filter(type -> exported.contains(type.getPackageName()))
                .filter(ApiList::isReachable)
                .forEach(list::add);
        return Stream.of(
                        Stream.of((list.module.isAutomatic() ? "automatic module " : "module ") + list.module.name()),
                        declarations(list.module).sorted(),
                        list.lines.stream())
                .flatMap(Function.identity());
    }

    private static JavaClasses imported(Path code) {
        return Files.isDirectory(code)
                ? new ClassFileImporter().importPath(code)
                : new ClassFileImporter().importUrl(jarUrl(code));
    }

    private static URL jarUrl(Path jar) {
        try {
            return new URL("jar:" + jar.toUri() + "!/");
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> exported() {
        return module.isAutomatic()
                ? module.packages()
                : module.exports().stream()
                        .filter(export -> !export.isQualified())
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.toSet());
    }

    /** What a module shows, opens and passes on: a package that is no longer opened breaks users at run time only. */
    private static Stream<String> declarations(ModuleDescriptor module) {
        return Stream.of(
                        module.exports().stream().map(export -> "exports " + export.source() + to(export.targets())),
                        module.opens().stream().map(opened -> "opens " + opened.source() + to(opened.targets())),
                        module.requires().stream()
                                .filter(required -> required.modifiers().contains(Requires.Modifier.TRANSITIVE))
                                .map(required -> "requires transitive " + required.name()),
                        module.provides().stream()
                                .map(provided -> "provides " + provided.service() + " with "
                                        + String.join(", ", provided.providers())),
                        module.uses().stream().map(service -> "uses " + service))
                .flatMap(Function.identity())
                .map(line -> "  " + line);
    }

    private static String to(Set<String> targets) {
        return targets.isEmpty() ? "" : " to " + String.join(", ", new TreeSet<>(targets));
    }

    private static boolean isReachable(JavaClass type) {
        boolean reachable = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        return reachable && type.getEnclosingClass().map(ApiList::isReachable).orElse(true);
    }

    private void add(JavaClass type) {
        String kind = type.isEnum() ? "enum" : type.isInterface() ? "interface" : type.isRecord() ? "record" : "class";
        Stream<String> parents = Stream.concat(
                type.getSuperclass().stream().map(JavaType::getName).filter(name -> !name.startsWith("java.lang.")),
                type.getInterfaces().stream().map(JavaType::getName).sorted());
        lines.add("  " + type.getName() + " is " + modifiers(type.getModifiers()) + kind
                + parents.map(name -> " of " + name).collect(Collectors.joining()));
        Stream.concat(type.getFields().stream(), type.getCodeUnits().stream())
                .filter(ApiList::isReachable)
                .forEach(member -> lines.add("  " + type.getName() + " has " + text(member)));
    }

    private static boolean isReachable(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return !modifiers.contains(JavaModifier.SYNTHETIC)
                && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }

    private static String text(JavaMember member) {
        String modifiers = modifiers(member.getModifiers());
        if (member instanceof JavaField field) {
            return modifiers + field.getType().getName() + " " + field.getName();
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        String parameters =
                unit.getParameterTypes().stream().map(JavaType::getName).collect(Collectors.joining(", "));
        return modifiers + unit.getReturnType().getName() + " " + unit.getName() + "(" + parameters + ")";
    }

    private static String modifiers(Set<JavaModifier> modifiers) {
        return Stream.of(JavaModifier.PROTECTED, JavaModifier.STATIC, JavaModifier.ABSTRACT, JavaModifier.FINAL)
                .filter(modifiers::contains)
                .map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ")
                .collect(Collectors.joining());
    }
}

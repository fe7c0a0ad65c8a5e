package dev.connectioncheck.cli;

import dev.connectioncheck.cli.report.ReportFormat;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The places where results go, open from the start. Not thread-safe. */
final class Outputs {
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    private final Shell shell;
    private final List<Place> places;

    private Outputs(Shell shell, List<Place> places) {
        this.shell = shell;
        this.places = places;
    }

    /**
     * Opens all files, made anew where they are not appended to.
     *
     * @throws UsageProblem if two outputs would go to one place, or a file can't be written
     */
    static Outputs open(List<OutputSpec> specs, Shell shell) {
        Set<String> taken = new HashSet<>();
        for (OutputSpec spec : specs) {
            String file = fileOf(spec, shell).orElse("the standard output");
            if (!taken.add(file)) {
                throw new UsageProblem("Two outputs can't both go to " + file + "; name a file, as in "
                        + spec.format().word() + "=FILE.");
            }
        }
        List<Place> places = new ArrayList<>();
        specs.forEach(spec -> places.add(place(spec, shell)));
        return new Outputs(shell, places);
    }

    private static Optional<String> fileOf(OutputSpec spec, Shell shell) {
        Optional<String> summary = Optional.ofNullable(shell.environment().get(SUMMARY))
                .filter(file -> spec.format() == ReportFormat.GITHUB && !file.isEmpty());
        return spec.file().or(() -> summary);
    }

    private static Place place(OutputSpec spec, Shell shell) {
        Optional<String> file = fileOf(spec, shell);
        if (file.isEmpty()) {
            return new Place(spec.format(), shell.out(), null);
        }
        try {
            return new Place(spec.format(), stream(file.get(), spec.file().isEmpty()), file.get());
        } catch (IOException e) {
            throw new UsageProblem("The output can't be written: " + e.getMessage() + ".");
        }
    }

    /** Not by a channel: that one closes when its thread is interrupted. */
    private static OutputStream stream(String name, boolean append) throws IOException {
        File file = new File(name);
        File folder = file.getAbsoluteFile().getParentFile();
        if (folder != null) {
            boolean unused = folder.mkdirs(); // opening the file tells what is wrong, if anything is
        }
        return new FileOutputStream(file, append);
    }

    /**
     * Writes what each form makes of the results, and closes the files.
     *
     * @return whether every file was written; a reader of the standard output that has gone away is no trouble of ours
     */
    boolean write(Function<ReportFormat, String> form) {
        boolean isComplete = true;
        for (Place place : places) {
            isComplete &= write(place, form.apply(place.format));
        }
        return isComplete;
    }

    private boolean write(Place place, String text) {
        boolean isForPeople = place.file == null && place.format == ReportFormat.TABLE;
        Charset charset = isForPeople ? shell.charset() : StandardCharsets.UTF_8;
        try {
            place.out.write(text.getBytes(charset));
            if (place.file != null) {
                place.out.close();
            }
            return true;
        } catch (IOException e) {
            String where = place.file == null ? "to the standard output" : "to " + place.file;
            shell.err().println("error: The results can't be written " + where + ": " + e.getMessage() + ".");
            return place.file == null;
        }
    }

    /** An output that is open. */
    private record Place(
            ReportFormat format, OutputStream out, @Nullable String file) {}
}

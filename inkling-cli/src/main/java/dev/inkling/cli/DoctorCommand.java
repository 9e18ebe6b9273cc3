package dev.inkling.cli;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.openai.OpenAiDescriber;
import dev.inkling.openai.api.A1111Client;
import dev.inkling.openai.api.Control;
import dev.inkling.openai.api.Configuration;
import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.api.OpenAiSettings;
import dev.inkling.openai.cost.AnswerCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at the user's real set-up. */
@Command(
        name = "doctor",
        description = {
            "Check the services that are configured and say what works with them.",
            "Asks them what they have, which is free. Exits with 5 when no service can be used."
        })
final class DoctorCommand extends Subcommand {
    @Option(
            names = "--try",
            order = 1,
            description = "also have a picture of 64x64 pixels described, for less than a cent (default: not)")
    private boolean trial;

    @Mixin
    private ServiceOptions serviceOptions = new ServiceOptions();

    private final List<Finding> findings = new ArrayList<>();

    /** One line of the report. */
    private record Finding(String subject, boolean works, String what) {}

    DoctorCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return null;
    }

    @Override
    public Integer call() throws IOException {
        Services services = environment.wiring().services(serviceOptions).withoutRetries();
        checkFile(services.configurationFile());
        boolean openAi = checkOpenAi(services);
        boolean a1111 = checkA1111(services);
        checkCache(services.cache());
        terminal.line(json ? json() : text());
        return (openAi || a1111 ? ExitCode.OK : ExitCode.PROVIDER).code();
    }

    private void checkFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            add("configuration", true, "none at " + file + "; the built-in settings and the environment count");
            return;
        }
        boolean open = isReadByOthers(file) && Files.readString(file).contains("key:");
        add("configuration", !open, file + (open ? " has a key and others can read it; chmod 600 it" : ""));
    }

    private static boolean isReadByOthers(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return permissions.contains(PosixFilePermission.GROUP_READ)
                || permissions.contains(PosixFilePermission.OTHERS_READ);
    }

    private boolean checkOpenAi(Services services) throws IOException {
        OpenAiClient client = services.openAi(null, null);
        OpenAiSettings settings = client.settings();
        String name = "openai at " + settings.endpoint().base();
        List<String> models;
        try {
            models = client.models();
        } catch (IOException e) {
            String hint = settings.endpoint().key() == null ? " (no key is set: OPENAI_API_KEY)" : "";
            add(name, false, e.getMessage() + hint);
            return false;
        }
        add(name, true, "answers, with " + models.size() + " models");
        checkModel("descriptions", settings.visionModel(), models);
        checkModel("pictures", settings.imageModel(), models);
        add("prices", true, settings.prices().isFree()
                ? "a service of your own costs nothing"
                : "of " + settings.prices().date() + ", in dollars");
        return !trial || describes(services, client);
    }

    private void checkModel(String use, String model, List<String> models) {
        boolean there = models.contains(model) || models.contains(model + ":latest");
        String choice = "; choose one with --describer openai:MODEL, --generator openai:MODEL or in config.yaml";
        add(use, there, model + (there ? " is there" : " is not among its models" + choice));
    }

    /** A real call; the answer is of no interest. */
    private boolean describes(Services services, OpenAiClient client) throws IOException {
        ImageSize size = new ImageSize(64, 64);
        Raster picture = Raster.wrap(size, new byte[Raster.byteCount(size)]);
        try {
            new OpenAiDescriber(client, services.prompts(), OpenAiDescriber.Style.PLAIN, 5).describe(picture, 5);
        } catch (IOException e) {
            add("a real call", false, String.valueOf(e.getMessage()));
            return false;
        }
        add("a real call", true, services.bill() == null ? "" : services.bill().line());
        return true;
    }

    private boolean checkA1111(Services services) throws IOException {
        A1111Client client = services.a1111(null);
        String name = "a1111 at " + client.settings().endpoint().base();
        try {
            add(name, true, "answers, with " + client.models() + " models"
                    + client.control(Control.Kind.TILE).map(tile -> ", a ControlNet for tiles").orElse("")
                    + client.control(Control.Kind.LINES).map(lines -> ", a ControlNet for lines").orElse(""));
            return true;
        } catch (IOException e) {
            add(name, false, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void checkCache(AnswerCache cache) throws IOException {
        AnswerCache.Contents contents = cache.contents();
        add("cache", true, String.format(
                Locale.ROOT, "%s, %d answers, %.1f MB", cache.folder(), contents.answers(), contents.bytes() / 1e6));
    }

    private void add(String subject, boolean works, String what) {
        findings.add(new Finding(subject, works, what));
    }

    private String text() {
        return String.join("\n", findings.stream()
                .map(finding -> (finding.works() ? "ok  " : "--  ") + finding.subject() + ": " + finding.what())
                .toList());
    }

    private String json() {
        JsonWriter json = new JsonWriter().beginArray();
        for (Finding finding : findings) {
            json.beginObject();
            json.name("subject").value(finding.subject());
            json.name("works").value(finding.works());
            json.name("what").value(finding.what());
            json.endObject();
        }
        return json.endArray().toString();
    }
}

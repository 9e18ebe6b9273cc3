package dev.inkling.cli;

import dev.inkling.cli.ProviderName.Kind;
import dev.inkling.onnx.diffusion.DiffusionListener;
import dev.inkling.onnx.diffusion.Resources;
import dev.inkling.openai.CallPlan;
import dev.inkling.openai.OpenAiDescriber;
import dev.inkling.openai.OpenAiDescriber.Style;
import dev.inkling.openai.ReflectingGenerator;
import dev.inkling.openai.Reflection;
import dev.inkling.openai.api.OpenAiClient;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name a service which makes the picture. */
final class PainterOptions {
    @Option(
            names = "--generator",
            order = 11,
            paramLabel = "NAME",
            description = {
                "who makes the picture: embedded; diffusion:MODEL, or unclip:MODEL for vectors, a folder or a name of"
                        + " inkling models, see docs/diffusion.md; or a service, openai, openai:MODEL, a1111 or"
                        + " a1111:URL, see docs/services.md (default: embedded)"
            })
    private @Nullable String name;

    @Option(
            names = "--reflect",
            order = 12,
            paramLabel = "N",
            hidden = true,
            description = {
                "look at the picture and mend what differs most from the words, N times, 1 to 20 (2 as published), or"
                        + " auto: until nothing gets better, and never worse (default: not)"
            })
    private @Nullable String reflect;

    @Mixin
    private DiffusionOptions diffusion = new DiffusionOptions();

    private ProviderName provider() {
        return ProviderName.of("--generator", name == null ? "embedded" : name,
                List.of(Kind.EMBEDDED, Kind.DIFFUSION, Kind.UNCLIP, Kind.OPENAI, Kind.A1111));
    }

    boolean usesService() {
        Kind kind = provider().kind();
        boolean service = kind == Kind.OPENAI || kind == Kind.A1111;
        if (reflect != null && !service) {
            throw new UsageException("--reflect needs --generator openai or --generator a1111");
        }
        if (!usesModel()) {
            diffusion.checkUnused("--generator diffusion:MODEL or unclip:MODEL");
        }
        return service;
    }

    /** Whether a model of the user's makes the picture in this process. */
    boolean usesModel() {
        return provider().kind().isModel();
    }

    /**
     * The model asked for; the caller closes it.
     *
     * @param listener hears how far each picture is
     */
    OpenGenerator openModel(Environment environment, Resources resources, DiffusionListener listener)
            throws IOException {
        return environment.wiring()
                .diffusion(provider(), diffusion.settings(), resources, listener, environment.terminal());
    }

    /** Refuses a generator where no picture is made. */
    void checkUnused(String need) {
        if (name != null || reflect != null) {
            throw new UsageException("--generator needs " + need);
        }
        diffusion.checkUnused(need);
    }

    private @Nullable Reflection reflection() {
        if (reflect == null) {
            return null;
        }
        if (reflect.equals("auto")) {
            return Reflection.automatic();
        }
        try {
            return Reflection.fixed(Integer.parseInt(reflect));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--reflect must be 1 to 20 or auto, found " + reflect);
        }
    }

    /** The generator asked for. */
    Painting open(Services services) throws IOException {
        Reflection reflection = reflection();
        Painting painting = new GeneratorName(provider()).open(services);
        if (reflection == null) {
            return painting;
        }
        OpenAiClient client = services.openAi(null, null);
        OpenAiDescriber describer =
                new OpenAiDescriber(client, services.prompts(), Style.STRUCTURAL, OpenAiDescriber.MOST_WORDS);
        ReflectingGenerator reflecting = new ReflectingGenerator(
                painting.generator(), painting.editor(), services.critic(client, describer), reflection);
        return new Painting(
                reflecting, painting.editor(),
                painting.identity() + " reflect=" + reflect + " " + describer.identity());
    }

    /** What making one picture may take. */
    CallPlan plan(Services services) throws IOException {
        GeneratorName generator = new GeneratorName(provider());
        CallPlan plan = new CallPlan(services.openAi(null, generator.imageModel()));
        Reflection reflection = reflection();
        if (generator.isOpenAi()) {
            plan.paint();
        }
        if (reflection != null) {
            plan.reflect(reflection);
        }
        return plan;
    }
}

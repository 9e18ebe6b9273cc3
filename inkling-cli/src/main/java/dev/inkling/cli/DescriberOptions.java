package dev.inkling.cli;

import dev.inkling.cli.ProviderName.Kind;
import dev.inkling.codec.Profile;
import dev.inkling.onnx.describe.CaptionDescriber;
import dev.inkling.openai.CallPlan;
import dev.inkling.openai.CandidateDescriber;
import dev.inkling.openai.Critic;
import dev.inkling.openai.OpenAiCondenser;
import dev.inkling.openai.OpenAiDescriber;
import dev.inkling.openai.OpenAiDescriber.Style;
import dev.inkling.openai.api.OpenAiClient;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who describes the picture, and how. */
final class DescriberOptions {
    private static final int MOST_KEYWORDS = 40;

    @Option(
            names = "--describer",
            order = 40,
            paramLabel = "NAME",
            description = {
                "who describes the picture: embedded; networks of yours, vision:MODEL[,MODEL...] or caption:MODEL, see"
                        + " docs/describer.md; or a service, openai or openai:MODEL, see docs/services.md"
                        + " (default: embedded)"
            })
    private @Nullable String name;

    @Option(
            names = "--words",
            order = 41,
            paramLabel = "N",
            description = "most words of the description, 1 to 40 (default: as many as the budget suggests)")
    private @Nullable Integer words;

    @Option(
            names = "--keywords",
            order = 42,
            paramLabel = "K",
            hidden = true,
            description = "most words with --profile keywords, 1 to 40 (default: as many as fit)")
    private @Nullable Integer keywords;

    @Option(
            names = "--prompt",
            order = 43,
            paramLabel = "STYLE",
            hidden = true,
            description = {
                "how a service is told to describe: structural (from top to bottom, after the kind of picture) or plain"
                        + " (default: structural)"
            })
    private Style style = Style.STRUCTURAL;

    @Option(
            names = "--candidates",
            order = 44,
            paramLabel = "N",
            hidden = true,
            description = {
                "try so many descriptions with the receiver's generator and keep the best, 1 to 16; for --profile text"
                        + " (default: 1)"
            })
    private int candidates = 1;

    @Option(
            names = "--receiver",
            order = 45,
            paramLabel = "NAME",
            hidden = true,
            description = {
                "generator that the candidates are tried with: openai[:MODEL] or a1111[:URL] (default: openai)"
            })
    private String receiver = "openai";

    @Option(
            names = "--beams",
            order = 46,
            paramLabel = "N",
            hidden = true,
            description = {
                "how many texts a caption:MODEL follows at a time, 1 (fast) to 16 (default: as the model says)"
            })
    private @Nullable Integer beams;

    private ProviderName provider() {
        return ProviderName.of(
                "--describer", name == null ? "embedded" : name,
                List.of(Kind.EMBEDDED, Kind.VISION, Kind.CAPTION, Kind.OPENAI));
    }

    boolean usesService() {
        return provider().kind() == Kind.OPENAI;
    }

    /** Refuses a describer where nothing is described. */
    void checkUnused(String need) {
        if (name != null || words != null || keywords != null || candidates != 1 || beams != null) {
            throw new UsageException("--describer and its options need " + need);
        }
    }

    /** Refuses what cannot work before anything is read or paid for. */
    void check(Profile profile) {
        checkRange("--words", words, OpenAiDescriber.MOST_WORDS);
        checkRange("--keywords", keywords, MOST_KEYWORDS);
        checkRange("--candidates", candidates, 16);
        checkRange("--beams", beams, CaptionDescriber.MOST_BEAMS);
        if (beams != null && provider().kind() != Kind.CAPTION) {
            throw new UsageException("--beams needs --describer caption:MODEL");
        }
        if (keywords != null && profile != Profile.KEYWORDS) {
            throw new UsageException("--keywords needs --profile keywords");
        }
        if (candidates > 1 && (!usesService() || profile != Profile.TEXT)) {
            throw new UsageException("--candidates needs --profile text and --describer openai");
        }
    }

    private static void checkRange(String option, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw new UsageException(option + " must be 1 to " + most + ", found " + value);
        }
    }

    /** What a command waits for while pictures are described; null when that is quick. */
    @Nullable String waitLine() {
        return switch (provider().kind()) {
            case OPENAI -> "asking the service";
            case VISION, CAPTION -> "describing";
            default -> null;
        };
    }

    /** The describer asked for; the caller closes it. */
    Describing open(Services services, LocalDescriber local) throws IOException {
        if (usesService()) {
            return remote(services);
        }
        String detail = String.valueOf(provider().detail());
        Describing describing = switch (provider().kind()) {
            case VISION -> local.vision(detail);
            case CAPTION -> local.caption(detail, beams);
            default -> LocalDescriber.embedded();
        };
        describing = words == null ? describing : describing.atMost(words);
        return keywords == null ? describing : describing.atMostKeywords(keywords);
    }

    private Describing remote(Services services) throws IOException {
        OpenAiClient client = client(services);
        int mostWords = words == null ? OpenAiDescriber.MOST_WORDS : words;
        int mostKeywords = keywords == null ? MOST_KEYWORDS : keywords;
        OpenAiDescriber describer = new OpenAiDescriber(client, services.prompts(), style, mostWords);
        OpenAiCondenser condenser = new OpenAiCondenser(client, services.prompts(), mostKeywords);
        String identity = "openai:" + describer.identity() + "; " + condenser.identity();
        if (candidates == 1) {
            return new Describing(describer, condenser, identity);
        }
        Painting painting = GeneratorName.of("--receiver", receiver).open(services);
        Critic critic = services.critic(client, describer);
        return new Describing(
                new CandidateDescriber(describer, painting.generator(), critic, candidates),
                condenser, identity + "; candidates=" + candidates + " " + painting.identity());
    }

    private OpenAiClient client(Services services) throws IOException {
        return services.openAi(provider().detail(), GeneratorName.of("--receiver", receiver).imageModel());
    }

    /** What describing one picture may take. */
    CallPlan plan(Services services, Profile profile) throws IOException {
        CallPlan plan = new CallPlan(client(services));
        if (!usesService() || profile == Profile.PICTURE || profile.hasVector()) {
            return plan;
        }
        plan.describe();
        for (int tried = 0; candidates > 1 && tried < candidates; tried++) {
            plan.tryCandidate();
            if (GeneratorName.of("--receiver", receiver).isOpenAi()) {
                plan.paint();
            }
        }
        if (profile == Profile.KEYWORDS) {
            plan.condense();
        }
        return plan;
    }
}

package dev.inkling.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how services are used; {@code docs/services.md} has the rest, in a file. */
final class ServiceOptions {
    @Option(
            names = "--base-url",
            order = 50,
            paramLabel = "URL",
            hidden = true,
            description = {
                "address of the OpenAI-compatible service, such as http://127.0.0.1:11434/v1 (default: OPENAI_BASE_URL,"
                        + " or base-url in config.yaml, or https://api.openai.com/v1)"
            })
    @Nullable String baseUrl;

    @Option(
            names = "--max-cost",
            order = 51,
            paramLabel = "USD",
            hidden = true,
            description = "most dollars to spend, 0 or more; a call that could pass it is not made (default: no limit)")
    @Nullable Double maxCost;

    @Option(
            names = "--dry-run",
            order = 52,
            hidden = true,
            description = "say how many calls it may take and what they may cost at most; make none (default: not)")
    boolean dryRun;

    @Option(
            names = "--no-cache",
            order = 53,
            hidden = true,
            description = "neither use nor keep answers (default: an answer that was paid for is not paid again)")
    boolean noCache;

    @Option(
            names = "--prompts",
            order = 54,
            paramLabel = "FILE",
            hidden = true,
            description = {
                "prompts that replace those of the same name, as 'inkling prompts' prints them (default: none)"
            })
    @Nullable Path prompts;
}

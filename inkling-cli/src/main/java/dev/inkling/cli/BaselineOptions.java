package dev.inkling.cli;

import dev.inkling.Layer;
import dev.inkling.eval.Codec;
import dev.inkling.eval.baseline.Baselines;
import dev.inkling.eval.baseline.ExternalBaseline;
import dev.inkling.eval.baseline.Upscaler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say what Inkling is compared with. */
final class BaselineOptions {
    @Option(
            names = "--baselines",
            order = 6,
            paramLabel = "NAME",
            split = ",",
            description = {
                "other codecs, each searched to fill the same bytes: jpeg, webp, avif, av1 (bare payload) or jxl, at"
                        + " full size, or as a thumbnail enlarged by a kernel or an ONNX upscaler: avif+lanczos,"
                        + " jpeg+MODEL (default: none)"
            })
    private List<String> names = List.of();

    @Option(
            names = "--external",
            order = 6,
            paramLabel = "FILE",
            description = "another codec's command lines in a properties file, see docs/baselines.md; may repeat")
    private List<Path> external = List.of();

    /** The baselines asked for; the caller closes them. */
    OpenBaselines open(Wiring wiring) throws IOException {
        List<OpenGenerator> networks = new ArrayList<>();
        List<Codec> codecs = new ArrayList<>();
        for (String name : names) {
            codecs.add(named(name, wiring, networks));
        }
        for (Path file : external) {
            codecs.add(ExternalBaseline.read(file));
        }
        List<String> distinct = codecs.stream().map(Codec::name).distinct().toList();
        if (distinct.size() < codecs.size()) {
            throw new UsageException("two baselines have the same name; there are " + String.join(", ", distinct));
        }
        return new OpenBaselines(codecs, networks);
    }

    private static Codec named(String name, Wiring wiring, List<OpenGenerator> networks) throws IOException {
        try {
            return Baselines.named(name, model -> upscaler(model, wiring, networks));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--baselines: " + e.getMessage());
        }
    }

    /** A generator sees the thumbnail as a tiny picture. */
    private static Upscaler upscaler(Path model, Wiring wiring, List<OpenGenerator> networks) throws IOException {
        OpenGenerator network = wiring.upscaler(model, 1);
        networks.add(network);
        return (thumbnail, size) -> network.generator()
                .generate(List.of(new Layer.Picture(thumbnail, 0)), size)
                .picture();
    }
}

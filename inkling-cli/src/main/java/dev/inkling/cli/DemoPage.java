package dev.inkling.cli;

import dev.inkling.image.PictureFormat;
import dev.inkling.image.PictureWriter;
import dev.inkling.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** The page of the demonstration: one file that needs nothing else, not even a network. */
final class DemoPage {
    private final List<DemoPhotograph> photographs;
    private final @Nullable String generatorModel;

    /**
     * @param generatorModel file name of the network that made the reconstructions; null for the embedded generator
     */
    DemoPage(List<DemoPhotograph> photographs, @Nullable String generatorModel) {
        this.photographs = photographs;
        this.generatorModel = generatorModel;
    }

    String html() throws IOException {
        StringBuilder body = new StringBuilder();
        for (DemoPhotograph photograph : photographs) {
            appendPhotograph(photograph, body);
        }
        return resource("demo.html")
                .replace("{{version}}", escape(VersionProvider.number()))
                .replace("{{style}}", resource("demo.css"))
                .replace("{{script}}", resource("demo.js"))
                .replace("{{generator}}", escape(generator()))
                .replace("{{photographs}}", body);
    }

    private String generator() {
        return generatorModel == null ? "the embedded generator" : "the network " + generatorModel;
    }

    private static void appendPhotograph(DemoPhotograph photograph, StringBuilder html) throws IOException {
        Raster original = photograph.original();
        html.append("<section style=\"--original:url(").append(dataUrl(original)).append(");--shape:")
                .append(original.width()).append('/').append(original.height()).append("\">\n<header><h2>")
                .append(escape(photograph.source().title())).append("</h2><p>")
                .append(escape(photograph.source().credit())).append("</p></header>\n<div class=\"row\">\n");
        appendOriginal(photograph, html);
        for (DemoResult result : photograph.results()) {
            appendResult(photograph, result, html);
        }
        html.append("</div>\n</section>\n");
    }

    private static void appendOriginal(DemoPhotograph photograph, StringBuilder html) {
        html.append("<figure class=\"original\"><div class=\"picture\" role=\"img\" aria-label=\"")
                .append(escape(photograph.source().title())).append(", the original\"></div>\n<figcaption>")
                .append("<p class=\"size\"><b>").append(grouped(photograph.fileBytes()))
                .append("</b> bytes</p><p class=\"rate\">original, ")
                .append(photograph.original().size()).append(" pixels</p></figcaption></figure>\n");
    }

    private static void appendResult(DemoPhotograph photograph, DemoResult result, StringBuilder html)
            throws IOException {
        FileFacts facts = result.facts();
        html.append("<figure class=\"reconstruction\"><div class=\"picture\"><img alt=\"")
                .append(escape(photograph.source().title())).append(" from ").append(facts.bytes())
                .append(" bytes\" src=\"").append(dataUrl(result.reconstruction())).append("\"></div>\n")
                .append("<figcaption><p class=\"size\"><b>").append(facts.bytes()).append("</b> bytes <span>1 : ")
                .append(grouped(photograph.fileBytes() / facts.bytes())).append("</span></p>\n")
                .append("<p class=\"rate\">").append(FileFacts.significant(facts.bpp())).append(" bpp · ")
                .append(FileFacts.significant(facts.microBpp())).append(" µbpp · ")
                .append(String.format(Locale.ROOT, "%.1f dB", result.psnr())).append("</p>\n");
        appendBudget(facts, html);
        if (!facts.words().isEmpty()) {
            html.append("<blockquote>").append(escape(FileFacts.printable(facts.words()))).append("</blockquote>\n");
        }
        result.notes().forEach(note -> html.append("<p class=\"note\">").append(escape(note)).append("</p>\n"));
        html.append("<p class=\"times\">encoded in ").append(result.encodeMillis()).append(" ms, decoded in ")
                .append(result.decodeMillis()).append(" ms</p></figcaption></figure>\n");
    }

    /** A bar whose pieces are as long as the parts of the file, and its legend. */
    private static void appendBudget(FileFacts facts, StringBuilder html) {
        Map<String, Long> parts = facts.budget().byName();
        html.append("<div class=\"bar\" aria-hidden=\"true\">");
        parts.forEach((name, bits) -> html.append("<i class=\"part-").append(escape(name))
                .append("\" style=\"flex-grow:").append(bits).append("\"></i>"));
        html.append("</div>\n<ul class=\"parts\">");
        parts.forEach((name, bits) -> html.append("<li class=\"part-").append(escape(name)).append("\">")
                .append(escape(name)).append(" <b>").append(bits).append("</b></li>"));
        html.append("<li>= ").append(facts.bits()).append(" bits</li></ul>\n");
    }

    /** JPEG, because the page is for looking; the files of the codec are what is counted. */
    private static String dataUrl(Raster picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            PictureWriter.write(picture, PictureFormat.JPEG, out);
        }
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = DemoPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

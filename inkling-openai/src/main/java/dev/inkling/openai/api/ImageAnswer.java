package dev.inkling.openai.api;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.openai.api.Till.Reply;
import dev.inkling.openai.cost.Usage;
import dev.inkling.openai.transport.MalformedAnswerException;
import dev.inkling.openai.transport.PictureFetcher;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads answers with pictures, which are in them or lie elsewhere.
 *
 * @param service name of the service, for messages
 */
record ImageAnswer(String service, PictureFetcher fetcher) {
    Reply<Raster> read(byte[] body) throws MalformedAnswerException, ProviderException {
        JsonNode json = Json.read(body);
        JsonNode first = json.path("data").path(0);
        Usage usage = usage(json.path("usage"));
        if (first.path("b64_json").isString()) {
            return new Reply<>(
                    PictureFile.read(PictureFile.decode(first.path("b64_json").asString())), usage, body);
        }
        if (!first.path("url").isString()) {
            throw new MalformedAnswerException("the answer has no picture");
        }
        byte[] file = fetch(first.path("url").asString());
        return new Reply<>(PictureFile.read(file), usage, withPicture(json, file));
    }

    /** Asking again would be paid again and give an address of the same kind, so this is final. */
    private byte[] fetch(String address) throws ProviderException {
        try {
            return fetcher.fetch(address);
        } catch (MalformedAnswerException e) {
            throw new ProviderException(service, false, String.valueOf(e.getMessage()));
        }
    }

    /** The answer as it is kept: addresses do not last. */
    private static byte[] withPicture(JsonNode json, byte[] file) {
        ObjectNode kept = Json.object();
        kept.putArray("data").addObject().put("b64_json", Base64.getEncoder().encodeToString(file));
        kept.set("usage", json.path("usage").isObject() ? json.path("usage") : Json.object());
        return Json.bytes(kept);
    }

    private static Usage usage(JsonNode usage) {
        long in = ChatAnswer.count(usage.path("input_tokens"));
        long out = ChatAnswer.count(usage.path("output_tokens"));
        long pictures = Math.min(in, ChatAnswer.count(usage.path("input_tokens_details").path("image_tokens")));
        long text = Math.min(out, ChatAnswer.count(usage.path("output_tokens_details").path("text_tokens")));
        return new Usage(in - pictures, pictures, text, out - text, 1);
    }
}
